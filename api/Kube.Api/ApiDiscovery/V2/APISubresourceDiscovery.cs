using Kube.Api.Meta.V1;

namespace Kube.Api.ApiDiscovery.V2;

public sealed class APISubresourceDiscovery
{
    [Required]
    public string? Subresource { get; set; }

    public GroupVersionKind? ResponseKind { get; set; }

    [ListMap("group", "version", "kind")]
    public List<GroupVersionKind>? AcceptedTypes { get; set; }

    [Required, ListSet]
    public List<string>? Verbs { get; set; }
}
