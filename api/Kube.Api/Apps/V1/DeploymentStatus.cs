namespace Kube.Api.Apps.V1;

/// <summary>How far a Deployment has come.</summary>
public sealed class DeploymentStatus
{
    /// <summary>The metadata.generation its controller last acted on.</summary>
    [ProtoField(1)]
    public long? ObservedGeneration { get; set; }

    /// <summary>Pods that exist.</summary>
    [ProtoField(2)]
    public int? Replicas { get; set; }

    /// <summary>Pods made from the current template.</summary>
    [ProtoField(3)]
    public int? UpdatedReplicas { get; set; }

    /// <summary>Pods that are ready.</summary>
    [ProtoField(7)]
    public int? ReadyReplicas { get; set; }

    /// <summary>Pods that have been ready for minReadySeconds.</summary>
    [ProtoField(4)]
    public int? AvailableReplicas { get; set; }

    /// <summary>Pods still missing to full availability.</summary>
    [ProtoField(5)]
    public int? UnavailableReplicas { get; set; }

    /// <summary>Pods that are being deleted.</summary>
    [ProtoField(9, IsPointer = true)]
    public int? TerminatingReplicas { get; set; }

    /// <summary>Facts such as Available and Progressing.</summary>
    [PatchMerge("type"), ListMap("type"), ProtoField(6)]
    public List<DeploymentCondition>? Conditions { get; set; }

    /// <summary>How often the name of a new ReplicaSet was taken; part of the hash in its name.</summary>
    [ProtoField(8, IsPointer = true)]
    public int? CollisionCount { get; set; }
}
