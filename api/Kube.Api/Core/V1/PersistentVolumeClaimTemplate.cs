using Kube.Api.Meta.V1;

namespace Kube.Api.Core.V1;

/// <summary>What a claim made for a pod looks like.</summary>
public sealed class PersistentVolumeClaimTemplate
{
    /// <summary>Labels and annotations of the claim.</summary>
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    /// <summary>The claim's spec.</summary>
    [Required, ProtoField(2)]
    public PersistentVolumeClaimSpec? Spec { get; set; }
}
