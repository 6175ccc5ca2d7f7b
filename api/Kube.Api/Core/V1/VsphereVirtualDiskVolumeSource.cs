namespace Kube.Api.Core.V1;

public sealed class VsphereVirtualDiskVolumeSource
{
    [Required, ProtoField(1)]
    public string? VolumePath { get; set; }

    [ProtoField(2)]
    public string? FsType { get; set; }

    [ProtoField(3)]
    public string? StoragePolicyName { get; set; }

    [ProtoField(4)]
    public string? StoragePolicyID { get; set; }
}
