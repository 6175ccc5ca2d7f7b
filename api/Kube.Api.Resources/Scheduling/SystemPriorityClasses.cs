using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;
using Kube.Api.Scheduling.V1;

namespace Kube.Api.Resources.Scheduling;

/// <summary>The two classes that every cluster has, for the pods a cluster cannot be without.</summary>
public static class SystemPriorityClasses
{
    private const int NodeCritical = 2_000_001_000;
    private const int ClusterCritical = 2_000_000_000;

    /// <summary>New objects of both.</summary>
    public static IReadOnlyList<PriorityClass> All =>
    [
        Make("system-node-critical", NodeCritical, "Used for system critical pods that must not be moved from their current node."),
        Make("system-cluster-critical", ClusterCritical, "Used for system critical pods that must run in the cluster, but can be moved to another node if necessary."),
    ];

    private static PriorityClass Make(string name, int value, string description) => new()
    {
        ApiVersion = PriorityClass.Info.ApiVersion,
        Kind = PriorityClass.Info.Kind,
        Metadata = new ObjectMeta { Name = name },
        Value = value,
        Description = description,
        PreemptionPolicy = PreemptionPolicy.PreemptLowerPriority,
    };
}
