namespace Kube.Api.Core.V1;

public sealed class VsphereVirtualDiskVolumeSource
{
    [Required]
    public string? VolumePath { get; set; }

    public string? FsType { get; set; }

    public string? StoragePolicyName { get; set; }

    public string? StoragePolicyID { get; set; }
}
