namespace Kube.Api.Core.V1;

public sealed class AzureDiskVolumeSource
{
    [Required, ProtoField(1)]
    public string? DiskName { get; set; }

    [Required, ProtoField(2)]
    public string? DiskURI { get; set; }

    [ProtoField(3, IsPointer = true)]
    public string? CachingMode { get; set; }

    [WireDefault("ext4"), ProtoField(4, IsPointer = true)]
    public string? FsType { get; set; }

    [ProtoField(5, IsPointer = true)]
    public bool? ReadOnly { get; set; }

    [ProtoField(6, IsPointer = true)]
    public string? Kind { get; set; }
}
