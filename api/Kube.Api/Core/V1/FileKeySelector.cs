namespace Kube.Api.Core.V1;

[MapAtomic]
public sealed class FileKeySelector
{
    [Required, ProtoField(1)]
    public string? VolumeName { get; set; }

    [Required, ProtoField(2)]
    public string? Path { get; set; }

    [Required, ProtoField(3)]
    public string? Key { get; set; }

    [ProtoField(4, IsPointer = true)]
    public bool? Optional { get; set; }
}
