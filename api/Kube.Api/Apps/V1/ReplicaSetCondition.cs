namespace Kube.Api.Apps.V1;

public sealed class ReplicaSetCondition
{
    [Required]
    public string? Type { get; set; }

    [Required]
    public string? Status { get; set; }

    public DateTime? LastTransitionTime { get; set; }

    public string? Reason { get; set; }

    public string? Message { get; set; }
}
