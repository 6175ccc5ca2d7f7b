namespace Kube.Api.Core.V1;

/// <summary>A disk of Microsoft's cloud.</summary>
public sealed class AzureDiskVolumeSource
{
    /// <summary>Name of the disk.</summary>
    [Required, ProtoField(1)]
    public string? DiskName { get; set; }

    /// <summary>Address of the disk.</summary>
    [Required, ProtoField(2)]
    public string? DiskURI { get; set; }

    /// <summary>None, ReadOnly or ReadWrite (default).</summary>
    [ProtoField(3, IsPointer = true)]
    public string? CachingMode { get; set; }

    /// <summary>File system to mount, such as ext4; ext4 when not given.</summary>
    [WireDefault("ext4"), ProtoField(4, IsPointer = true)]
    public string? FsType { get; set; }

    /// <summary>True to mount it so that nothing can be written. Default false.</summary>
    [ProtoField(5, IsPointer = true)]
    public bool? ReadOnly { get; set; }

    /// <summary>Shared, Dedicated or Managed.</summary>
    [ProtoField(6, IsPointer = true)]
    public string? Kind { get; set; }
}
