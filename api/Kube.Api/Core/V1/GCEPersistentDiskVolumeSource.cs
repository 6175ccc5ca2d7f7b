namespace Kube.Api.Core.V1;

/// <summary>A disk of Google's cloud.</summary>
public sealed class GCEPersistentDiskVolumeSource
{
    /// <summary>Name of the disk.</summary>
    [Required, ProtoField(1)]
    public string? PdName { get; set; }

    /// <summary>File system to mount, such as ext4; ext4 when not given.</summary>
    [ProtoField(2)]
    public string? FsType { get; set; }

    /// <summary>Partition number; the whole disk when absent.</summary>
    [ProtoField(3)]
    public int? Partition { get; set; }

    /// <summary>True to mount it so that nothing can be written. Default false.</summary>
    [ProtoField(4)]
    public bool? ReadOnly { get; set; }
}
