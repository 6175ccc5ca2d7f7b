namespace Kube.Api.Core.V1;

public sealed class ISCSIVolumeSource
{
    [Required, ProtoField(1)]
    public string? TargetPortal { get; set; }

    [Required, ProtoField(2)]
    public string? Iqn { get; set; }

    [Required, ProtoField(3)]
    public int? Lun { get; set; }

    [WireDefault("default"), ProtoField(4)]
    public string? IscsiInterface { get; set; }

    [ProtoField(5)]
    public string? FsType { get; set; }

    [ProtoField(6)]
    public bool? ReadOnly { get; set; }

    [ProtoField(7)]
    public List<string>? Portals { get; set; }

    [ProtoField(8)]
    public bool? ChapAuthDiscovery { get; set; }

    [ProtoField(11)]
    public bool? ChapAuthSession { get; set; }

    [ProtoField(10, IsPointer = true)]
    public LocalObjectReference? SecretRef { get; set; }

    [ProtoField(12, IsPointer = true)]
    public string? InitiatorName { get; set; }
}
