namespace Kube.Api.Core.V1;

/// <summary>A Ceph block device, for a persistent volume: its Secret may be in any namespace.</summary>
public sealed class RBDPersistentVolumeSource
{
    /// <summary>Addresses of the monitors.</summary>
    [Required, ProtoField(1)]
    public List<string>? Monitors { get; set; }

    /// <summary>Name of the image.</summary>
    [Required, ProtoField(2)]
    public string? Image { get; set; }

    /// <summary>File system to mount, such as ext4; ext4 when not given.</summary>
    [ProtoField(3)]
    public string? FsType { get; set; }

    /// <summary>Pool it is in. Default rbd.</summary>
    [WireDefault("rbd"), ProtoField(4)]
    public string? Pool { get; set; }

    /// <summary>User to log in as. Default admin.</summary>
    [WireDefault("admin"), ProtoField(5)]
    public string? User { get; set; }

    /// <summary>File with the key. Default /etc/ceph/keyring.</summary>
    [WireDefault("/etc/ceph/keyring"), ProtoField(6)]
    public string? Keyring { get; set; }

    /// <summary>Secret with what is needed to log in.</summary>
    [ProtoField(7, IsPointer = true)]
    public SecretReference? SecretRef { get; set; }

    /// <summary>True to mount it so that nothing can be written. Default false.</summary>
    [ProtoField(8)]
    public bool? ReadOnly { get; set; }
}
