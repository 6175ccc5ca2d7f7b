namespace Kube.Api.Core.V1;

public sealed class GlusterfsVolumeSource
{
    [Required, ProtoField(1)]
    public string? Endpoints { get; set; }

    [Required, ProtoField(2)]
    public string? Path { get; set; }

    [ProtoField(3)]
    public bool? ReadOnly { get; set; }
}
