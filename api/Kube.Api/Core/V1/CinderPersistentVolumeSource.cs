namespace Kube.Api.Core.V1;

/// <summary>A disk of OpenStack, for a persistent volume: its Secret may be in any namespace.</summary>
public sealed class CinderPersistentVolumeSource
{
    /// <summary>Id of the disk.</summary>
    [Required, ProtoField(1)]
    public string? VolumeID { get; set; }

    /// <summary>File system to mount, such as ext4; ext4 when not given.</summary>
    [ProtoField(2)]
    public string? FsType { get; set; }

    /// <summary>True to mount it so that nothing can be written. Default false.</summary>
    [ProtoField(3)]
    public bool? ReadOnly { get; set; }

    /// <summary>Secret with what is needed to log in.</summary>
    [ProtoField(4, IsPointer = true)]
    public SecretReference? SecretRef { get; set; }
}
