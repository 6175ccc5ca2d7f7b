namespace Kube.Api.Core.V1;

public sealed class QuobyteVolumeSource
{
    [Required, ProtoField(1)]
    public string? Registry { get; set; }

    [Required, ProtoField(2)]
    public string? Volume { get; set; }

    [ProtoField(3)]
    public bool? ReadOnly { get; set; }

    [ProtoField(4)]
    public string? User { get; set; }

    [ProtoField(5)]
    public string? Group { get; set; }

    [ProtoField(6)]
    public string? Tenant { get; set; }
}
