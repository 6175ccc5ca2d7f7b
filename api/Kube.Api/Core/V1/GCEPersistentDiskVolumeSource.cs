namespace Kube.Api.Core.V1;

public sealed class GCEPersistentDiskVolumeSource
{
    [Required]
    public string? PdName { get; set; }

    public string? FsType { get; set; }

    public int? Partition { get; set; }

    public bool? ReadOnly { get; set; }
}
