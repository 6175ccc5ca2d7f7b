namespace Kube.Api.Authorization.V1;

/// <summary>A request for a resource.</summary>
public sealed class ResourceAttributes
{
    /// <summary>The namespace; empty for cluster-scoped resources and for requests over all namespaces.</summary>
    [ProtoField(1)]
    public string? Namespace { get; set; }

    /// <summary>The verb: get, list, watch, create, update, patch, delete, deletecollection, proxy and others; * is all of them.</summary>
    [ProtoField(2)]
    public string? Verb { get; set; }

    /// <summary>The API group; * is all of them.</summary>
    [ProtoField(3)]
    public string? Group { get; set; }

    /// <summary>The version; * is all of them.</summary>
    [ProtoField(4)]
    public string? Version { get; set; }

    /// <summary>The resource by its plural; * is all of them.</summary>
    [ProtoField(5)]
    public string? Resource { get; set; }

    /// <summary>The subresource; empty for the object itself.</summary>
    [ProtoField(6)]
    public string? Subresource { get; set; }

    /// <summary>The name of the object; empty for requests on collections, and for all objects.</summary>
    [ProtoField(7)]
    public string? Name { get; set; }

    /// <summary>The field selector of the request; access may be wider without it, never narrower.</summary>
    [ProtoField(8, IsPointer = true)]
    public FieldSelectorAttributes? FieldSelector { get; set; }

    /// <summary>The label selector of the request; access may be wider without it, never narrower.</summary>
    [ProtoField(9, IsPointer = true)]
    public LabelSelectorAttributes? LabelSelector { get; set; }
}
