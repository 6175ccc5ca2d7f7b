namespace Kube.Api.Core.V1;

public sealed class VolumeMountStatus
{
    [Required, ProtoField(1)]
    public string? Name { get; set; }

    [Required, ProtoField(2)]
    public string? MountPath { get; set; }

    [ProtoField(3)]
    public bool? ReadOnly { get; set; }

    [ProtoField(4, IsPointer = true)]
    public string? RecursiveReadOnly { get; set; }

    [ProtoField(5, IsPointer = true)]
    public VolumeStatus? VolumeStatus { get; set; }
}
