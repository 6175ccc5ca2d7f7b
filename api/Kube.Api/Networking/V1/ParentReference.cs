namespace Kube.Api.Networking.V1;

/// <summary>The object that uses an address.</summary>
public sealed class ParentReference
{
    /// <summary>Its API group; the core group when absent.</summary>
    [ProtoField(1)]
    public string? Group { get; set; }

    /// <summary>Its resource, such as <c>services</c>.</summary>
    [Required, ProtoField(2)]
    public string? Resource { get; set; }

    /// <summary>Its namespace; none for a cluster-scoped object.</summary>
    [ProtoField(3)]
    public string? Namespace { get; set; }

    /// <summary>Its name.</summary>
    [Required, ProtoField(4)]
    public string? Name { get; set; }
}
