using Kube.Api.Meta.V1;

namespace Kube.Api.Core.V1;

public sealed class PersistentVolumeClaimTemplate
{
    public ObjectMeta? Metadata { get; set; }

    [Required]
    public PersistentVolumeClaimSpec? Spec { get; set; }
}
