namespace Kube.Api.Core.V1;

public sealed class PodCondition
{
    [Required]
    public string? Type { get; set; }

    public long? ObservedGeneration { get; set; }

    [Required]
    public string? Status { get; set; }

    public DateTime? LastProbeTime { get; set; }

    public DateTime? LastTransitionTime { get; set; }

    public string? Reason { get; set; }

    public string? Message { get; set; }
}
