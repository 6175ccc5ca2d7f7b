using Kube.Api.Meta.V1;

namespace Kube.Api.Core.V1;

/// <summary>The most that all objects of a namespace together may use. A request that would exceed it is refused.</summary>
public sealed class ResourceQuota : IResource<ResourceQuota>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("", "v1", "ResourceQuota", "resourcequotas", Scope.Namespaced);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Name, namespace, labels, annotations and what the server keeps about the object.</summary>
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    /// <summary>The bounds, and which objects count.</summary>
    [ProtoField(2)]
    public ResourceQuotaSpec? Spec { get; set; }

    /// <summary>The bounds that are enforced and what is used of them.</summary>
    [ProtoField(3)]
    public ResourceQuotaStatus? Status { get; set; }
}
