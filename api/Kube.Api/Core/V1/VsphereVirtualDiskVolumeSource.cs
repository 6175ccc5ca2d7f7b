namespace Kube.Api.Core.V1;

/// <summary>A disk of vSphere.</summary>
public sealed class VsphereVirtualDiskVolumeSource
{
    /// <summary>Path of the disk.</summary>
    [Required, ProtoField(1)]
    public string? VolumePath { get; set; }

    /// <summary>File system to mount, such as ext4; ext4 when not given.</summary>
    [ProtoField(2)]
    public string? FsType { get; set; }

    /// <summary>Name of its storage policy.</summary>
    [ProtoField(3)]
    public string? StoragePolicyName { get; set; }

    /// <summary>Id of its storage policy.</summary>
    [ProtoField(4)]
    public string? StoragePolicyID { get; set; }
}
