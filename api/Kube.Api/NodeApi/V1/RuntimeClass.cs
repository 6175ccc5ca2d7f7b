using Kube.Api.Meta.V1;

namespace Kube.Api.NodeApi.V1;

/// <summary>A way of running containers that pods choose by runtimeClassName.</summary>
public sealed class RuntimeClass : IResource<RuntimeClass>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("node.k8s.io", "v1", "RuntimeClass", "runtimeclasses", Scope.Cluster);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Name, labels, annotations and what the server keeps about the object.</summary>
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    /// <summary>The name a node knows it by: a lower-case DNS label. Fixed.</summary>
    [Required, ProtoField(2)]
    public string? Handler { get; set; }

    /// <summary>What it costs beyond the containers; copied to pods at creation.</summary>
    [ProtoField(3, IsPointer = true)]
    public Overhead? Overhead { get; set; }

    /// <summary>Which nodes have it; all if absent.</summary>
    [ProtoField(4, IsPointer = true)]
    public Scheduling? Scheduling { get; set; }
}
