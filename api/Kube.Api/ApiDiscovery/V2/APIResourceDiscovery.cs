using Kube.Api.Meta.V1;

namespace Kube.Api.ApiDiscovery.V2;

public sealed class APIResourceDiscovery
{
    [Required, ProtoField(1)]
    public string? Resource { get; set; }

    [ProtoField(2, IsPointer = true)]
    public GroupVersionKind? ResponseKind { get; set; }

    [Required, ProtoField(3)]
    public string? Scope { get; set; }

    [Required, ProtoField(4)]
    public string? SingularResource { get; set; }

    [Required, ListSet, ProtoField(5)]
    public List<string>? Verbs { get; set; }

    [ListSet, ProtoField(6)]
    public List<string>? ShortNames { get; set; }

    [ListSet, ProtoField(7)]
    public List<string>? Categories { get; set; }

    [ListMap("subresource"), ProtoField(8)]
    public List<APISubresourceDiscovery>? Subresources { get; set; }
}
