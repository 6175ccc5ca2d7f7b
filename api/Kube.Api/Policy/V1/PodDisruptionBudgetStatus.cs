using Kube.Api.Meta.V1;

namespace Kube.Api.Policy.V1;

/// <summary>How many pods may go now.</summary>
public sealed class PodDisruptionBudgetStatus
{
    /// <summary>The generation this status is about; evictions are refused while it is an older one.</summary>
    [ProtoField(1)]
    public long? ObservedGeneration { get; set; }

    /// <summary>Pods whose eviction was granted and whose deletion the controller has not seen yet, with the time of the grant.</summary>
    [ProtoField(2)]
    public Dictionary<string, DateTime?>? DisruptedPods { get; set; }

    /// <summary>Evictions allowed now.</summary>
    [ProtoField(3)]
    public int? DisruptionsAllowed { get; set; }

    /// <summary>Healthy pods now.</summary>
    [ProtoField(4)]
    public int? CurrentHealthy { get; set; }

    /// <summary>Healthy pods that there must be.</summary>
    [ProtoField(5)]
    public int? DesiredHealthy { get; set; }

    /// <summary>Pods that the budget counts.</summary>
    [ProtoField(6)]
    public int? ExpectedPods { get; set; }

    /// <summary>Aspects of the state, one per type; DisruptionAllowed says whether another eviction may be.</summary>
    [PatchMerge("type"), ListMap("type"), ProtoField(7)]
    public List<Condition>? Conditions { get; set; }
}
