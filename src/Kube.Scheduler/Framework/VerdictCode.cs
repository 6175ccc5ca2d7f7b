namespace Kube.Scheduler.Framework;

/// <summary>What a rule says about a pod, or about a pod on one node.</summary>
internal enum VerdictCode
{
    /// <summary>Nothing speaks against it.</summary>
    Success,

    /// <summary>The rule has nothing to check for this pod; its later extension points are not called.</summary>
    Skip,

    /// <summary>No, as things stand; removing other pods could help.</summary>
    Unschedulable,

    /// <summary>No, and removing pods would not help.</summary>
    UnschedulableAndUnresolvable,
}
