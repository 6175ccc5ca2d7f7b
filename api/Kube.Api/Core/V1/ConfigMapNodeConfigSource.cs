namespace Kube.Api.Core.V1;

public sealed class ConfigMapNodeConfigSource
{
    [Required]
    public string? Namespace { get; set; }

    [Required]
    public string? Name { get; set; }

    public string? Uid { get; set; }

    public string? ResourceVersion { get; set; }

    [Required]
    public string? KubeletConfigKey { get; set; }
}
