namespace Kube.Api.Batch.V1;

/// <summary>What a failed pod leads to.</summary>
public static class PodFailurePolicyAction
{
    /// <summary>The Job fails and its pods are stopped.</summary>
    public const string FailJob = "FailJob";

    /// <summary>The pod's index fails without another try.</summary>
    public const string FailIndex = "FailIndex";

    /// <summary>The pod is replaced and does not count.</summary>
    public const string Ignore = "Ignore";

    /// <summary>The pod counts towards the backoff limit.</summary>
    public const string Count = "Count";
}
