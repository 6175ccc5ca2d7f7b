namespace Kube.Api.Core.V1;

public sealed class CephFSVolumeSource
{
    [Required, ProtoField(1)]
    public List<string>? Monitors { get; set; }

    [ProtoField(2)]
    public string? Path { get; set; }

    [ProtoField(3)]
    public string? User { get; set; }

    [ProtoField(4)]
    public string? SecretFile { get; set; }

    [ProtoField(5, IsPointer = true)]
    public LocalObjectReference? SecretRef { get; set; }

    [ProtoField(6)]
    public bool? ReadOnly { get; set; }
}
