namespace Kube.Api.Core.V1;

/// <summary>A volume of a CSI driver.</summary>
public sealed class CSIPersistentVolumeSource
{
    /// <summary>Name of the driver.</summary>
    [Required, ProtoField(1)]
    public string? Driver { get; set; }

    /// <summary>What the driver calls the volume; the same in all its calls.</summary>
    [Required, ProtoField(2)]
    public string? VolumeHandle { get; set; }

    /// <summary>True to mount it so that nothing can be written. Default false.</summary>
    [ProtoField(3)]
    public bool? ReadOnly { get; set; }

    /// <summary>File system to mount, such as ext4.</summary>
    [ProtoField(4)]
    public string? FsType { get; set; }

    /// <summary>What the driver wants to remember about the volume.</summary>
    [ProtoField(5)]
    public Dictionary<string, string>? VolumeAttributes { get; set; }

    /// <summary>Secret for attaching it to a node.</summary>
    [ProtoField(6, IsPointer = true)]
    public SecretReference? ControllerPublishSecretRef { get; set; }

    /// <summary>Secret for preparing it on a node.</summary>
    [ProtoField(7, IsPointer = true)]
    public SecretReference? NodeStageSecretRef { get; set; }

    /// <summary>Secret for mounting it into a pod.</summary>
    [ProtoField(8, IsPointer = true)]
    public SecretReference? NodePublishSecretRef { get; set; }

    /// <summary>Secret for making it larger.</summary>
    [ProtoField(9, IsPointer = true)]
    public SecretReference? ControllerExpandSecretRef { get; set; }

    /// <summary>Secret for making it larger on a node.</summary>
    [ProtoField(10, IsPointer = true)]
    public SecretReference? NodeExpandSecretRef { get; set; }
}
