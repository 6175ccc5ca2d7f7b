namespace Kube.Api.Core.V1;

public sealed class GCEPersistentDiskVolumeSource
{
    [Required, ProtoField(1)]
    public string? PdName { get; set; }

    [ProtoField(2)]
    public string? FsType { get; set; }

    [ProtoField(3)]
    public int? Partition { get; set; }

    [ProtoField(4)]
    public bool? ReadOnly { get; set; }
}
