namespace Kube.Api.Core.V1;

public sealed class CSIVolumeSource
{
    [Required, ProtoField(1)]
    public string? Driver { get; set; }

    [ProtoField(2, IsPointer = true)]
    public bool? ReadOnly { get; set; }

    [ProtoField(3, IsPointer = true)]
    public string? FsType { get; set; }

    [ProtoField(4)]
    public Dictionary<string, string>? VolumeAttributes { get; set; }

    [ProtoField(5, IsPointer = true)]
    public LocalObjectReference? NodePublishSecretRef { get; set; }
}
