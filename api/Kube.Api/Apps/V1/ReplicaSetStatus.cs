namespace Kube.Api.Apps.V1;

public sealed class ReplicaSetStatus
{
    [Required]
    public int? Replicas { get; set; }

    public int? FullyLabeledReplicas { get; set; }

    public int? ReadyReplicas { get; set; }

    public int? AvailableReplicas { get; set; }

    public int? TerminatingReplicas { get; set; }

    public long? ObservedGeneration { get; set; }

    [PatchMerge("type"), ListMap("type")]
    public List<ReplicaSetCondition>? Conditions { get; set; }
}
