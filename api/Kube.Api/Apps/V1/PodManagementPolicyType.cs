namespace Kube.Api.Apps.V1;

/// <summary>The order in which pods come and go when the replica count changes.</summary>
public static class PodManagementPolicyType
{
    /// <summary>One after the other: each waits until the one before is ready, and goes before it.</summary>
    public const string OrderedReady = "OrderedReady";

    /// <summary>All at once.</summary>
    public const string Parallel = "Parallel";
}
