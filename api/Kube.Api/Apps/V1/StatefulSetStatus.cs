namespace Kube.Api.Apps.V1;

/// <summary>How many pods there are now.</summary>
public sealed class StatefulSetStatus
{
    /// <summary>The generation this status is about.</summary>
    [ProtoField(1)]
    public long? ObservedGeneration { get; set; }

    /// <summary>Pods that exist.</summary>
    [Required, ProtoField(2)]
    public int? Replicas { get; set; }

    /// <summary>Pods that are ready.</summary>
    [ProtoField(3)]
    public int? ReadyReplicas { get; set; }

    /// <summary>Pods of the revision that is being replaced.</summary>
    [ProtoField(4)]
    public int? CurrentReplicas { get; set; }

    /// <summary>Pods of the newest revision.</summary>
    [ProtoField(5)]
    public int? UpdatedReplicas { get; set; }

    /// <summary>The revision of pods 0 to currentReplicas.</summary>
    [ProtoField(6)]
    public string? CurrentRevision { get; set; }

    /// <summary>The revision of the pods above those.</summary>
    [ProtoField(7)]
    public string? UpdateRevision { get; set; }

    /// <summary>How often the hash in a revision's name was taken already; the next name takes it into account.</summary>
    [ProtoField(9, IsPointer = true)]
    public int? CollisionCount { get; set; }

    /// <summary>Aspects of the state, one per type.</summary>
    [PatchMerge("type"), ListMap("type"), ProtoField(10)]
    public List<StatefulSetCondition>? Conditions { get; set; }

    /// <summary>Pods that have been ready for minReadySeconds.</summary>
    [ProtoField(11)]
    public int? AvailableReplicas { get; set; }
}
