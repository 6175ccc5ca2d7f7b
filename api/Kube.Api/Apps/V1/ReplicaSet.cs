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

    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    [ProtoField(2)]
    public ReplicaSetSpec? Spec { get; set; }

    [ProtoField(3)]
    public ReplicaSetStatus? Status { get; set; }
}
