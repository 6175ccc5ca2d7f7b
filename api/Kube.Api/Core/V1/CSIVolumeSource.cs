namespace Kube.Api.Core.V1;

/// <summary>A volume that a CSI driver makes for the pod.</summary>
public sealed class CSIVolumeSource
{
    /// <summary>Name of the driver.</summary>
    [Required, ProtoField(1)]
    public string? Driver { get; set; }

    /// <summary>True to mount it so that nothing can be written. Default false.</summary>
    [ProtoField(2, IsPointer = true)]
    public bool? ReadOnly { get; set; }

    /// <summary>File system to mount; the driver's choice when absent.</summary>
    [ProtoField(3, IsPointer = true)]
    public string? FsType { get; set; }

    /// <summary>Settings for the driver.</summary>
    [ProtoField(4)]
    public Dictionary<string, string>? VolumeAttributes { get; set; }

    /// <summary>Secret for the driver to log in with.</summary>
    [ProtoField(5, IsPointer = true)]
    public LocalObjectReference? NodePublishSecretRef { get; set; }
}
