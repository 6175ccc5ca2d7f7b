namespace Kube.Api.Core.V1;

public sealed class PhotonPersistentDiskVolumeSource
{
    [Required, ProtoField(1)]
    public string? PdID { get; set; }

    [ProtoField(2)]
    public string? FsType { get; set; }
}
