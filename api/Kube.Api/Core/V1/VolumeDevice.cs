namespace Kube.Api.Core.V1;

/// <summary>Where a raw block device appears in a container.</summary>
public sealed class VolumeDevice
{
    /// <summary>Name of a persistentVolumeClaim volume of the pod.</summary>
    [Required, ProtoField(1)]
    public string? Name { get; set; }

    /// <summary>Path of the device in the container.</summary>
    [Required, ProtoField(2)]
    public string? DevicePath { get; set; }
}
