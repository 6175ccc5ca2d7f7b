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

    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    [ProtoField(2)]
    public NamespaceSpec? Spec { get; set; }

    [ProtoField(3)]
    public NamespaceStatus? Status { get; set; }
}
