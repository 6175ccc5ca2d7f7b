using Kube.Api.Meta.V1;

namespace Kube.Api.ApiDiscovery.V2;

/// <summary>A subresource.</summary>
public sealed class APISubresourceDiscovery
{
    /// <summary>Its name.</summary>
    [Required, ProtoField(1)]
    public string? Subresource { get; set; }

    /// <summary>Kind it answers with.</summary>
    [ProtoField(2, IsPointer = true)]
    public GroupVersionKind? ResponseKind { get; set; }

    /// <summary>Kinds it takes.</summary>
    [ListMap("group", "version", "kind"), ProtoField(3)]
    public List<GroupVersionKind>? AcceptedTypes { get; set; }

    /// <summary>What can be done with it.</summary>
    [Required, ListSet, ProtoField(4)]
    public List<string>? Verbs { get; set; }
}
