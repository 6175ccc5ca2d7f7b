using Kube.Api.Meta.V1;

namespace Kube.Api.Core.V1;

/// <summary>A group of containers that run together on one node, sharing an IP address and volumes.</summary>
public sealed class Pod : IResource<Pod>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("", "v1", "Pod", "pods", Scope.Namespaced);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Name, namespace, labels, annotations and what the server keeps about the object.</summary>
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    /// <summary>The wanted state: which containers to run and how.</summary>
    [ProtoField(2)]
    public PodSpec? Spec { get; set; }

    /// <summary>What has become of it, as last reported by its node. Written through the status subresource.</summary>
    [ProtoField(3)]
    public PodStatus? Status { get; set; }
}
