using Kube.Api.Meta.V1;

namespace Kube.Api.Networking.V1;

/// <summary>Ranges that cluster IPs of Services are taken from.</summary>
public sealed class ServiceCIDR : IResource<ServiceCIDR>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("networking.k8s.io", "v1", "ServiceCIDR", "servicecidrs", Scope.Cluster);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Name, labels, annotations and what the server keeps about the object.</summary>
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    /// <summary>The ranges.</summary>
    [ProtoField(2)]
    public ServiceCIDRSpec? Spec { get; set; }

    /// <summary>Whether addresses are handed out from them.</summary>
    [ProtoField(3)]
    public ServiceCIDRStatus? Status { get; set; }
}
