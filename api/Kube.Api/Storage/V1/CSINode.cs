using Kube.Api.Meta.V1;

namespace Kube.Api.Storage.V1;

/// <summary>The CSI drivers of one node; its name is the node's.</summary>
public sealed class CSINode : IResource<CSINode>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("storage.k8s.io", "v1", "CSINode", "csinodes", Scope.Cluster);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Name of the node and the rest that every object has.</summary>
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    /// <summary>The drivers.</summary>
    [Required, ProtoField(2)]
    public CSINodeSpec? Spec { get; set; }
}
