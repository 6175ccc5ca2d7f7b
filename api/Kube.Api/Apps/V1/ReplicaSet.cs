using Kube.Api.Meta.V1;

namespace Kube.Api.Apps.V1;

/// <summary>Keeps a number of equal pods running. Usually made by a Deployment, one per template.</summary>
public sealed class ReplicaSet : IResource<ReplicaSet>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("apps", "v1", "ReplicaSet", "replicasets", Scope.Namespaced);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Name, namespace, labels, annotations and what the server keeps about the object.</summary>
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    /// <summary>The wanted state.</summary>
    [ProtoField(2)]
    public ReplicaSetSpec? Spec { get; set; }

    /// <summary>How far it has come.</summary>
    [ProtoField(3)]
    public ReplicaSetStatus? Status { get; set; }
}
