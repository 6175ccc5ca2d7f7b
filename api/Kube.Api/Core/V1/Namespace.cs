using Kube.Api.Meta.V1;

namespace Kube.Api.Core.V1;

/// <summary>A space for names: objects in different namespaces may have the same name.</summary>
public sealed class Namespace : IResource<Namespace>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("", "v1", "Namespace", "namespaces", Scope.Cluster);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Name, namespace, labels, annotations and what the server keeps about the object.</summary>
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    /// <summary>The wanted state.</summary>
    [ProtoField(2)]
    public NamespaceSpec? Spec { get; set; }

    /// <summary>Whether it is in use or going.</summary>
    [ProtoField(3)]
    public NamespaceStatus? Status { get; set; }
}
