namespace Kube.Api.Apps.V1;

public sealed class DeploymentStatus
{
    [ProtoField(1)]
    public long? ObservedGeneration { get; set; }

    [ProtoField(2)]
    public int? Replicas { get; set; }

    [ProtoField(3)]
    public int? UpdatedReplicas { get; set; }

    [ProtoField(7)]
    public int? ReadyReplicas { get; set; }

    [ProtoField(4)]
    public int? AvailableReplicas { get; set; }

    [ProtoField(5)]
    public int? UnavailableReplicas { get; set; }

    [ProtoField(9, IsPointer = true)]
    public int? TerminatingReplicas { get; set; }

    [PatchMerge("type"), ListMap("type"), ProtoField(6)]
    public List<DeploymentCondition>? Conditions { get; set; }

    [ProtoField(8, IsPointer = true)]
    public int? CollisionCount { get; set; }
}
