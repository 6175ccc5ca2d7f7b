namespace Kube.Api.Core.V1;

/// <summary>A pod affinity rule with a weight.</summary>
public sealed class WeightedPodAffinityTerm
{
    /// <summary>1 to 100, added to the node's score.</summary>
    [Required, ProtoField(1)]
    public int? Weight { get; set; }

    /// <summary>The rule.</summary>
    [Required, ProtoField(2)]
    public PodAffinityTerm? PodAffinityTerm { get; set; }
}
