namespace Kube.Api.Core.V1;

/// <summary>A disk of a Photon controller.</summary>
public sealed class PhotonPersistentDiskVolumeSource
{
    /// <summary>Id of the disk.</summary>
    [Required, ProtoField(1)]
    public string? PdID { get; set; }

    /// <summary>File system to mount, such as ext4; ext4 when not given.</summary>
    [ProtoField(2)]
    public string? FsType { get; set; }
}
