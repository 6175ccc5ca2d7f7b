namespace Kube.Api.Core.V1;

public sealed class RBDVolumeSource
{
    [Required, ProtoField(1)]
    public List<string>? Monitors { get; set; }

    [Required, ProtoField(2)]
    public string? Image { get; set; }

    [ProtoField(3)]
    public string? FsType { get; set; }

    [WireDefault("rbd"), ProtoField(4)]
    public string? Pool { get; set; }

    [WireDefault("admin"), ProtoField(5)]
    public string? User { get; set; }

    [WireDefault("/etc/ceph/keyring"), ProtoField(6)]
    public string? Keyring { get; set; }

    [ProtoField(7, IsPointer = true)]
    public LocalObjectReference? SecretRef { get; set; }

    [ProtoField(8)]
    public bool? ReadOnly { get; set; }
}
