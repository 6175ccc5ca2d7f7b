using Kube.Api.Meta.V1;

namespace Kube.Api.Core.V1;

public sealed class PersistentVolumeClaimTemplate
{
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    [Required, ProtoField(2)]
    public PersistentVolumeClaimSpec? Spec { get; set; }
}
