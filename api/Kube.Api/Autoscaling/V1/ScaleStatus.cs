namespace Kube.Api.Autoscaling.V1;

public sealed class ScaleStatus
{
    [Required, ProtoField(1)]
    public int? Replicas { get; set; }

    [ProtoField(2)]
    public string? Selector { get; set; }
}
