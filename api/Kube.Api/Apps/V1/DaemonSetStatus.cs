namespace Kube.Api.Apps.V1;

/// <summary>How many nodes run the pods now.</summary>
public sealed class DaemonSetStatus
{
    /// <summary>Nodes that should run a pod and have at least one.</summary>
    [Required, ProtoField(1)]
    public int? CurrentNumberScheduled { get; set; }

    /// <summary>Nodes that run a pod and should not.</summary>
    [Required, ProtoField(2)]
    public int? NumberMisscheduled { get; set; }

    /// <summary>Nodes that should run a pod.</summary>
    [Required, ProtoField(3)]
    public int? DesiredNumberScheduled { get; set; }

    /// <summary>Nodes that should run a pod and have a ready one.</summary>
    [Required, ProtoField(4)]
    public int? NumberReady { get; set; }

    /// <summary>The generation this status is about.</summary>
    [ProtoField(5)]
    public long? ObservedGeneration { get; set; }

    /// <summary>Nodes whose pod is of the newest template.</summary>
    [ProtoField(6)]
    public int? UpdatedNumberScheduled { get; set; }

    /// <summary>Nodes with a pod that has been ready for minReadySeconds.</summary>
    [ProtoField(7)]
    public int? NumberAvailable { get; set; }

    /// <summary>Nodes that should have an available pod and do not.</summary>
    [ProtoField(8)]
    public int? NumberUnavailable { get; set; }

    /// <summary>How often the hash in a revision's name was taken already; the next name takes it into account.</summary>
    [ProtoField(9, IsPointer = true)]
    public int? CollisionCount { get; set; }

    /// <summary>Aspects of the state, one per type.</summary>
    [PatchMerge("type"), ListMap("type"), ProtoField(10)]
    public List<DaemonSetCondition>? Conditions { get; set; }
}
