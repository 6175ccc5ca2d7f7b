namespace Kube.Api.Core.V1;

/// <summary>An iSCSI disk, for a persistent volume: its Secret may be in any namespace.</summary>
public sealed class ISCSIPersistentVolumeSource
{
    /// <summary>Address of the target.</summary>
    [Required, ProtoField(1)]
    public string? TargetPortal { get; set; }

    /// <summary>Name of the target.</summary>
    [Required, ProtoField(2)]
    public string? Iqn { get; set; }

    /// <summary>Unit number.</summary>
    [Required, ProtoField(3)]
    public int? Lun { get; set; }

    /// <summary>Interface to use. Default default.</summary>
    [WireDefault("default"), ProtoField(4)]
    public string? IscsiInterface { get; set; }

    /// <summary>File system to mount, such as ext4; ext4 when not given.</summary>
    [ProtoField(5)]
    public string? FsType { get; set; }

    /// <summary>True to mount it so that nothing can be written. Default false.</summary>
    [ProtoField(6)]
    public bool? ReadOnly { get; set; }

    /// <summary>Further addresses of the target.</summary>
    [ProtoField(7)]
    public List<string>? Portals { get; set; }

    /// <summary>Whether discovery logs in with CHAP.</summary>
    [ProtoField(8)]
    public bool? ChapAuthDiscovery { get; set; }

    /// <summary>Whether sessions log in with CHAP.</summary>
    [ProtoField(11)]
    public bool? ChapAuthSession { get; set; }

    /// <summary>Secret with what is needed to log in.</summary>
    [ProtoField(10, IsPointer = true)]
    public SecretReference? SecretRef { get; set; }

    /// <summary>Name to present to the target.</summary>
    [ProtoField(12, IsPointer = true)]
    public string? InitiatorName { get; set; }
}
