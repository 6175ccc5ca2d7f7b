namespace Kube.Api.Core.V1;

public sealed class WeightedPodAffinityTerm
{
    [Required]
    public int? Weight { get; set; }

    [Required]
    public PodAffinityTerm? PodAffinityTerm { get; set; }
}
