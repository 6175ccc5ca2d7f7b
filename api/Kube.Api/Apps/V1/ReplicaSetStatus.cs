namespace Kube.Api.Apps.V1;

public sealed class ReplicaSetStatus
{
    [Required, ProtoField(1)]
    public int? Replicas { get; set; }

    [ProtoField(2)]
    public int? FullyLabeledReplicas { get; set; }

    [ProtoField(4)]
    public int? ReadyReplicas { get; set; }

    [ProtoField(5)]
    public int? AvailableReplicas { get; set; }

    [ProtoField(7, IsPointer = true)]
    public int? TerminatingReplicas { get; set; }

    [ProtoField(3)]
    public long? ObservedGeneration { get; set; }

    [PatchMerge("type"), ListMap("type"), ProtoField(6)]
    public List<ReplicaSetCondition>? Conditions { get; set; }
}
