using Kube.Api.Meta.V1;

namespace Kube.Api.Policy.V1;

/// <summary>Asks for a pod to be deleted where its disruption budget allows it: the body of a POST to the pod's eviction.</summary>
public sealed class Eviction : IKubeObject
{
    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Name, namespace, labels, annotations and what the server keeps about the object.</summary>
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    /// <summary>How to delete it.</summary>
    [ProtoField(2, IsPointer = true)]
    public DeleteOptions? DeleteOptions { get; set; }
}
