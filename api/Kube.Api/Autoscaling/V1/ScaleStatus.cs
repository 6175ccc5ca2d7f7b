namespace Kube.Api.Autoscaling.V1;

public sealed class ScaleStatus
{
    [Required]
    public int? Replicas { get; set; }

    public string? Selector { get; set; }
}
