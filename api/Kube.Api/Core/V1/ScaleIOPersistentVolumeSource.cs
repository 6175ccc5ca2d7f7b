namespace Kube.Api.Core.V1;

/// <summary>A ScaleIO volume, for a persistent volume: its Secret may be in any namespace.</summary>
public sealed class ScaleIOPersistentVolumeSource
{
    /// <summary>Address of the gateway.</summary>
    [Required, ProtoField(1)]
    public string? Gateway { get; set; }

    /// <summary>Name of the storage system.</summary>
    [Required, ProtoField(2)]
    public string? System { get; set; }

    /// <summary>Secret with what is needed to log in.</summary>
    [Required, ProtoField(3, IsPointer = true)]
    public SecretReference? SecretRef { get; set; }

    /// <summary>Whether to talk over TLS.</summary>
    [ProtoField(4)]
    public bool? SslEnabled { get; set; }

    /// <summary>Protection domain of the volume.</summary>
    [ProtoField(5)]
    public string? ProtectionDomain { get; set; }

    /// <summary>Pool of the volume.</summary>
    [ProtoField(6)]
    public string? StoragePool { get; set; }

    /// <summary>ThinProvisioned (default) or ThickProvisioned.</summary>
    [WireDefault("ThinProvisioned"), ProtoField(7)]
    public string? StorageMode { get; set; }

    /// <summary>Name of the volume.</summary>
    [ProtoField(8)]
    public string? VolumeName { get; set; }

    /// <summary>File system to mount, such as ext4; ext4 when not given.</summary>
    [WireDefault("xfs"), ProtoField(9)]
    public string? FsType { get; set; }

    /// <summary>True to mount it so that nothing can be written. Default false.</summary>
    [ProtoField(10)]
    public bool? ReadOnly { get; set; }
}
