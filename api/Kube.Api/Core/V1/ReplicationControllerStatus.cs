namespace Kube.Api.Core.V1;

/// <summary>How far a ReplicationController has come.</summary>
public sealed class ReplicationControllerStatus
{
    /// <summary>Pods that exist.</summary>
    [Required, ProtoField(1)]
    public int? Replicas { get; set; }

    /// <summary>Pods that have all labels of the template.</summary>
    [ProtoField(2)]
    public int? FullyLabeledReplicas { get; set; }

    /// <summary>Pods that are ready.</summary>
    [ProtoField(4)]
    public int? ReadyReplicas { get; set; }

    /// <summary>Pods that have been ready for minReadySeconds.</summary>
    [ProtoField(5)]
    public int? AvailableReplicas { get; set; }

    /// <summary>The metadata.generation its controller last acted on.</summary>
    [ProtoField(3)]
    public long? ObservedGeneration { get; set; }

    /// <summary>Facts such as ReplicaFailure.</summary>
    [PatchMerge("type"), ListMap("type"), ProtoField(6)]
    public List<ReplicationControllerCondition>? Conditions { get; set; }
}
