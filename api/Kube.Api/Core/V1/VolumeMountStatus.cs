namespace Kube.Api.Core.V1;

/// <summary>A mount as it was made.</summary>
public sealed class VolumeMountStatus
{
    /// <summary>Name of the volume.</summary>
    [Required, ProtoField(1)]
    public string? Name { get; set; }

    /// <summary>Path in the container.</summary>
    [Required, ProtoField(2)]
    public string? MountPath { get; set; }

    /// <summary>Whether it is read-only.</summary>
    [ProtoField(3)]
    public bool? ReadOnly { get; set; }

    /// <summary>Whether mounts below are read-only too.</summary>
    [ProtoField(4, IsPointer = true)]
    public string? RecursiveReadOnly { get; set; }

    /// <summary>More about the volume, depending on its type.</summary>
    [ProtoField(5, IsPointer = true)]
    public VolumeStatus? VolumeStatus { get; set; }
}
