namespace Kube.Api.Core.V1;

/// <summary>A StorageOS volume, for a persistent volume: its Secret may be in any namespace.</summary>
public sealed class StorageOSPersistentVolumeSource
{
    /// <summary>Name of the volume.</summary>
    [ProtoField(1)]
    public string? VolumeName { get; set; }

    /// <summary>Namespace within StorageOS.</summary>
    [ProtoField(2)]
    public string? VolumeNamespace { get; set; }

    /// <summary>File system to mount, such as ext4; ext4 when not given.</summary>
    [ProtoField(3)]
    public string? FsType { get; set; }

    /// <summary>True to mount it so that nothing can be written. Default false.</summary>
    [ProtoField(4)]
    public bool? ReadOnly { get; set; }

    /// <summary>Secret with what is needed to log in.</summary>
    [ProtoField(5, IsPointer = true)]
    public ObjectReference? SecretRef { get; set; }
}
