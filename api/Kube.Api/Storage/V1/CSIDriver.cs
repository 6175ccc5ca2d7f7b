using Kube.Api.Meta.V1;

namespace Kube.Api.Storage.V1;

/// <summary>A CSI driver of the cluster; its name is the driver's.</summary>
public sealed class CSIDriver : IResource<CSIDriver>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("storage.k8s.io", "v1", "CSIDriver", "csidrivers", Scope.Cluster);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Name of the driver and the rest that every object has.</summary>
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    /// <summary>What the driver can and wants.</summary>
    [Required, ProtoField(2)]
    public CSIDriverSpec? Spec { get; set; }
}
