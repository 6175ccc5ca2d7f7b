namespace Kube.Api.Core.V1;

public sealed class EphemeralVolumeSource
{
    public PersistentVolumeClaimTemplate? VolumeClaimTemplate { get; set; }
}
