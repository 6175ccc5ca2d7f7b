using Kube.Api.Meta.V1;

namespace Kube.Api.Core.V1;

public sealed class Namespace : IResource<Namespace>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("", "v1", "Namespace", "namespaces", Scope.Cluster);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    public ObjectMeta? Metadata { get; set; }

    public NamespaceSpec? Spec { get; set; }

    public NamespaceStatus? Status { get; set; }
}
