using Kube.Api.Meta.V1;

namespace Kube.Api.ApiDiscovery.V2;

public sealed class APISubresourceDiscovery
{
    [Required, ProtoField(1)]
    public string? Subresource { get; set; }

    [ProtoField(2, IsPointer = true)]
    public GroupVersionKind? ResponseKind { get; set; }

    [ListMap("group", "version", "kind"), ProtoField(3)]
    public List<GroupVersionKind>? AcceptedTypes { get; set; }

    [Required, ListSet, ProtoField(4)]
    public List<string>? Verbs { get; set; }
}
