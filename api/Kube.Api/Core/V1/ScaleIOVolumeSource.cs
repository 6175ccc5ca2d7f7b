namespace Kube.Api.Core.V1;

public sealed class ScaleIOVolumeSource
{
    [Required]
    public string? Gateway { get; set; }

    [Required]
    public string? System { get; set; }

    [Required]
    public LocalObjectReference? SecretRef { get; set; }

    public bool? SslEnabled { get; set; }

    public string? ProtectionDomain { get; set; }

    public string? StoragePool { get; set; }

    [WireDefault("ThinProvisioned")]
    public string? StorageMode { get; set; }

    public string? VolumeName { get; set; }

    [WireDefault("xfs")]
    public string? FsType { get; set; }

    public bool? ReadOnly { get; set; }
}
