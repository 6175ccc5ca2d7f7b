namespace Kube.Api.Core.V1;

/// <summary>A Portworx volume.</summary>
public sealed class PortworxVolumeSource
{
    /// <summary>Id of the volume.</summary>
    [Required, ProtoField(1)]
    public string? VolumeID { get; set; }

    /// <summary>File system to mount, such as ext4; ext4 when not given.</summary>
    [ProtoField(2)]
    public string? FsType { get; set; }

    /// <summary>True to mount it so that nothing can be written. Default false.</summary>
    [ProtoField(3)]
    public bool? ReadOnly { get; set; }
}
