using Kube.Api.Meta.V1;

namespace Kube.Api.Apps.V1;

public sealed class ReplicaSet : IResource<ReplicaSet>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("apps", "v1", "ReplicaSet", "replicasets", Scope.Namespaced);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    public ObjectMeta? Metadata { get; set; }

    public ReplicaSetSpec? Spec { get; set; }

    public ReplicaSetStatus? Status { get; set; }
}
