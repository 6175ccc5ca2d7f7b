using Kube.Api.Meta.V1;

namespace Kube.Api.Autoscaling.V1;

/// <summary>The number of replicas of a workload: what its scale subresource reads and writes.</summary>
public sealed class Scale : IKubeObject
{
    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Name, namespace, labels, annotations and what the server keeps about the object.</summary>
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    /// <summary>The wanted number.</summary>
    [ProtoField(2)]
    public ScaleSpec? Spec { get; set; }

    /// <summary>The present number.</summary>
    [ProtoField(3)]
    public ScaleStatus? Status { get; set; }
}
