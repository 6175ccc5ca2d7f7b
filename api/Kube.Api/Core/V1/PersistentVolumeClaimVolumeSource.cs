namespace Kube.Api.Core.V1;

public sealed class PersistentVolumeClaimVolumeSource
{
    [Required, ProtoField(1)]
    public string? ClaimName { get; set; }

    [ProtoField(2)]
    public bool? ReadOnly { get; set; }
}
