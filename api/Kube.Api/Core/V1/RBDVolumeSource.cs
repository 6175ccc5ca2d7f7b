namespace Kube.Api.Core.V1;

public sealed class RBDVolumeSource
{
    [Required]
    public List<string>? Monitors { get; set; }

    [Required]
    public string? Image { get; set; }

    public string? FsType { get; set; }

    [WireDefault("rbd")]
    public string? Pool { get; set; }

    [WireDefault("admin")]
    public string? User { get; set; }

    [WireDefault("/etc/ceph/keyring")]
    public string? Keyring { get; set; }

    public LocalObjectReference? SecretRef { get; set; }

    public bool? ReadOnly { get; set; }
}
