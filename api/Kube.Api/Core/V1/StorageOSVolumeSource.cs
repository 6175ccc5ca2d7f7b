namespace Kube.Api.Core.V1;

public sealed class StorageOSVolumeSource
{
    [ProtoField(1)]
    public string? VolumeName { get; set; }

    [ProtoField(2)]
    public string? VolumeNamespace { get; set; }

    [ProtoField(3)]
    public string? FsType { get; set; }

    [ProtoField(4)]
    public bool? ReadOnly { get; set; }

    [ProtoField(5, IsPointer = true)]
    public LocalObjectReference? SecretRef { get; set; }
}
