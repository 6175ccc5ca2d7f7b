namespace Kube.Api.Core.V1;

public sealed class ISCSIVolumeSource
{
    [Required]
    public string? TargetPortal { get; set; }

    [Required]
    public string? Iqn { get; set; }

    [Required]
    public int? Lun { get; set; }

    [WireDefault("default")]
    public string? IscsiInterface { get; set; }

    public string? FsType { get; set; }

    public bool? ReadOnly { get; set; }

    public List<string>? Portals { get; set; }

    public bool? ChapAuthDiscovery { get; set; }

    public bool? ChapAuthSession { get; set; }

    public LocalObjectReference? SecretRef { get; set; }

    public string? InitiatorName { get; set; }
}
