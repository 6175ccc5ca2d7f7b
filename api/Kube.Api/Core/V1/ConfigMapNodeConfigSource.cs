namespace Kube.Api.Core.V1;

public sealed class ConfigMapNodeConfigSource
{
    [Required, ProtoField(1)]
    public string? Namespace { get; set; }

    [Required, ProtoField(2)]
    public string? Name { get; set; }

    [ProtoField(3)]
    public string? Uid { get; set; }

    [ProtoField(4)]
    public string? ResourceVersion { get; set; }

    [Required, ProtoField(5)]
    public string? KubeletConfigKey { get; set; }
}
