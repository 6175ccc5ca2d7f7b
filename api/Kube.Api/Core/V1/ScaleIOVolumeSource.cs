namespace Kube.Api.Core.V1;

public sealed class ScaleIOVolumeSource
{
    [Required, ProtoField(1)]
    public string? Gateway { get; set; }

    [Required, ProtoField(2)]
    public string? System { get; set; }

    [Required, ProtoField(3, IsPointer = true)]
    public LocalObjectReference? SecretRef { get; set; }

    [ProtoField(4)]
    public bool? SslEnabled { get; set; }

    [ProtoField(5)]
    public string? ProtectionDomain { get; set; }

    [ProtoField(6)]
    public string? StoragePool { get; set; }

    [WireDefault("ThinProvisioned"), ProtoField(7)]
    public string? StorageMode { get; set; }

    [ProtoField(8)]
    public string? VolumeName { get; set; }

    [WireDefault("xfs"), ProtoField(9)]
    public string? FsType { get; set; }

    [ProtoField(10)]
    public bool? ReadOnly { get; set; }
}
