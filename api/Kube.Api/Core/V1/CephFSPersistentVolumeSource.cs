namespace Kube.Api.Core.V1;

/// <summary>A Ceph file system, for a persistent volume: its Secret may be in any namespace.</summary>
public sealed class CephFSPersistentVolumeSource
{
    /// <summary>Addresses of the monitors.</summary>
    [Required, ProtoField(1)]
    public List<string>? Monitors { get; set; }

    /// <summary>Path to mount. Default /.</summary>
    [ProtoField(2)]
    public string? Path { get; set; }

    /// <summary>User to log in as. Default admin.</summary>
    [ProtoField(3)]
    public string? User { get; set; }

    /// <summary>File with the key.</summary>
    [ProtoField(4)]
    public string? SecretFile { get; set; }

    /// <summary>Secret with what is needed to log in.</summary>
    [ProtoField(5, IsPointer = true)]
    public SecretReference? SecretRef { get; set; }

    /// <summary>True to mount it so that nothing can be written. Default false.</summary>
    [ProtoField(6)]
    public bool? ReadOnly { get; set; }
}
