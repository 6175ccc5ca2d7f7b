namespace Kube.Api.Batch.V1;

/// <summary>How exit codes are compared.</summary>
public static class PodFailurePolicyOnExitCodesOperator
{
    /// <summary>One of the codes is in the list.</summary>
    public const string In = "In";

    /// <summary>One of the codes is not in the list.</summary>
    public const string NotIn = "NotIn";
}
