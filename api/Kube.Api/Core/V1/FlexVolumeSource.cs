namespace Kube.Api.Core.V1;

public sealed class FlexVolumeSource
{
    [Required, ProtoField(1)]
    public string? Driver { get; set; }

    [ProtoField(2)]
    public string? FsType { get; set; }

    [ProtoField(3, IsPointer = true)]
    public LocalObjectReference? SecretRef { get; set; }

    [ProtoField(4)]
    public bool? ReadOnly { get; set; }

    [ProtoField(5)]
    public Dictionary<string, string>? Options { get; set; }
}
