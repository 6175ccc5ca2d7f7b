namespace Kube.Api.Batch.V1;

/// <summary>What a failed pod means.</summary>
public sealed class PodFailurePolicy
{
    /// <summary>At most 20; the first one that fits a pod counts, and a pod that none fits counts towards the backoff limit.</summary>
    [Required, ProtoField(1)]
    public List<PodFailurePolicyRule>? Rules { get; set; }
}
