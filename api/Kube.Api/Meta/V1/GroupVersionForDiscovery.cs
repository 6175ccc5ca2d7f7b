namespace Kube.Api.Meta.V1;

public sealed class GroupVersionForDiscovery
{
    [Required]
    public string? GroupVersion { get; set; }

    [Required]
    public string? Version { get; set; }
}
