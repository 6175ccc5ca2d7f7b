using Kube.Api.Meta.V1;

namespace Kube.Api.ApiDiscovery.V2;

public sealed class APIResourceDiscovery
{
    [Required]
    public string? Resource { get; set; }

    public GroupVersionKind? ResponseKind { get; set; }

    [Required]
    public string? Scope { get; set; }

    [Required]
    public string? SingularResource { get; set; }

    [Required, ListSet]
    public List<string>? Verbs { get; set; }

    [ListSet]
    public List<string>? ShortNames { get; set; }

    [ListSet]
    public List<string>? Categories { get; set; }

    [ListMap("subresource")]
    public List<APISubresourceDiscovery>? Subresources { get; set; }
}
