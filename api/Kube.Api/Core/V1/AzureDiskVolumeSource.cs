namespace Kube.Api.Core.V1;

public sealed class AzureDiskVolumeSource
{
    [Required]
    public string? DiskName { get; set; }

    [Required]
    public string? DiskURI { get; set; }

    public string? CachingMode { get; set; }

    [WireDefault("ext4")]
    public string? FsType { get; set; }

    public bool? ReadOnly { get; set; }

    public string? Kind { get; set; }
}
