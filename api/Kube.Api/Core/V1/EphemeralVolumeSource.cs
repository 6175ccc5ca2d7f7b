namespace Kube.Api.Core.V1;

/// <summary>A claim made for the pod and deleted with it.</summary>
public sealed class EphemeralVolumeSource
{
    /// <summary>What the claim looks like.</summary>
    [ProtoField(1, IsPointer = true)]
    public PersistentVolumeClaimTemplate? VolumeClaimTemplate { get; set; }
}
