using Kube.Api.Meta.V1;

namespace Kube.Api.Core.V1;

/// <summary>Keeps a number of equal pods running: the older form of a ReplicaSet, with a plain label map as its selector.</summary>
public sealed class ReplicationController : IResource<ReplicationController>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("", "v1", "ReplicationController", "replicationcontrollers", Scope.Namespaced);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Name, namespace, labels, annotations and what the server keeps about the object. Labels default to those of the template.</summary>
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    /// <summary>The wanted state.</summary>
    [ProtoField(2)]
    public ReplicationControllerSpec? Spec { get; set; }

    /// <summary>How far it has come.</summary>
    [ProtoField(3)]
    public ReplicationControllerStatus? Status { get; set; }
}
