using Kube.Api.Meta.V1;

namespace Kube.Api.FlowControl.V1;

/// <summary>A part of the server's concurrency, with queues of its own.</summary>
public sealed class PriorityLevelConfiguration : IResource<PriorityLevelConfiguration>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("flowcontrol.apiserver.k8s.io", "v1", "PriorityLevelConfiguration", "prioritylevelconfigurations", Scope.Cluster);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Name, labels, annotations and what the server keeps about the object.</summary>
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    /// <summary>The part and the queues.</summary>
    [ProtoField(2)]
    public PriorityLevelConfigurationSpec? Spec { get; set; }

    /// <summary>What has become of it.</summary>
    [ProtoField(3)]
    public PriorityLevelConfigurationStatus? Status { get; set; }
}
