namespace Kube.Api.Apps.V1;

public sealed class DeploymentStatus
{
    public long? ObservedGeneration { get; set; }

    public int? Replicas { get; set; }

    public int? UpdatedReplicas { get; set; }

    public int? ReadyReplicas { get; set; }

    public int? AvailableReplicas { get; set; }

    public int? UnavailableReplicas { get; set; }

    public int? TerminatingReplicas { get; set; }

    [PatchMerge("type"), ListMap("type")]
    public List<DeploymentCondition>? Conditions { get; set; }

    public int? CollisionCount { get; set; }
}
