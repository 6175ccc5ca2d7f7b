namespace Kube.Api.Core.V1;

public sealed class PhotonPersistentDiskVolumeSource
{
    [Required]
    public string? PdID { get; set; }

    public string? FsType { get; set; }
}
