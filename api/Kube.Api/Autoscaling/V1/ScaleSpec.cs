namespace Kube.Api.Autoscaling.V1;

public sealed class ScaleSpec
{
    [ProtoField(1)]
    public int? Replicas { get; set; }
}
