using Kube.Api.Meta.V1;

namespace Kube.Api.ApiDiscovery.V2;

/// <summary>A resource and its subresources.</summary>
public sealed class APIResourceDiscovery
{
    /// <summary>Plural name.</summary>
    [Required, ProtoField(1)]
    public string? Resource { get; set; }

    /// <summary>Kind of its objects.</summary>
    [ProtoField(2, IsPointer = true)]
    public GroupVersionKind? ResponseKind { get; set; }

    /// <summary>Cluster or Namespaced.</summary>
    [Required, ProtoField(3)]
    public string? Scope { get; set; }

    /// <summary>Singular name.</summary>
    [Required, ProtoField(4)]
    public string? SingularResource { get; set; }

    /// <summary>What can be done with it.</summary>
    [Required, ListSet, ProtoField(5)]
    public List<string>? Verbs { get; set; }

    /// <summary>Short names.</summary>
    [ListSet, ProtoField(6)]
    public List<string>? ShortNames { get; set; }

    /// <summary>Categories, such as all.</summary>
    [ListSet, ProtoField(7)]
    public List<string>? Categories { get; set; }

    /// <summary>Its subresources.</summary>
    [ListMap("subresource"), ProtoField(8)]
    public List<APISubresourceDiscovery>? Subresources { get; set; }
}
