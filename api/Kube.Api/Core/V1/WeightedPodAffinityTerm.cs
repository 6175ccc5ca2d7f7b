namespace Kube.Api.Core.V1;

public sealed class WeightedPodAffinityTerm
{
    [Required, ProtoField(1)]
    public int? Weight { get; set; }

    [Required, ProtoField(2)]
    public PodAffinityTerm? PodAffinityTerm { get; set; }
}
