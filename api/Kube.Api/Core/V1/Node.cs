using Kube.Api.Meta.V1;

namespace Kube.Api.Core.V1;

/// <summary>A machine that runs pods.</summary>
public sealed class Node : IResource<Node>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("", "v1", "Node", "nodes", Scope.Cluster);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Name, namespace, labels, annotations and what the server keeps about the object.</summary>
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    /// <summary>What is wanted of it.</summary>
    [ProtoField(2)]
    public NodeSpec? Spec { get; set; }

    /// <summary>What its kubelet last reported.</summary>
    [ProtoField(3)]
    public NodeStatus? Status { get; set; }
}
