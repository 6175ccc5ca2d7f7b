namespace Kube.Api.Core.V1;

public sealed class EphemeralVolumeSource
{
    [ProtoField(1, IsPointer = true)]
    public PersistentVolumeClaimTemplate? VolumeClaimTemplate { get; set; }
}
