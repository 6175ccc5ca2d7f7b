using Kube.Api.Meta.V1;

namespace Kube.Api.FlowControl.V1;

/// <summary>Assigns requests to a priority level.</summary>
public sealed class FlowSchema : IResource<FlowSchema>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("flowcontrol.apiserver.k8s.io", "v1", "FlowSchema", "flowschemas", Scope.Cluster);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Name, labels, annotations and what the server keeps about the object.</summary>
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    /// <summary>Which requests, and which level.</summary>
    [ProtoField(2)]
    public FlowSchemaSpec? Spec { get; set; }

    /// <summary>Whether the level exists.</summary>
    [ProtoField(3)]
    public FlowSchemaStatus? Status { get; set; }
}
