using Kube.Api.Meta.V1;

namespace Kube.Api.Networking.V1;

/// <summary>One address that is taken; its name is the address. Made for each cluster IP of a Service, so that an address has one user.</summary>
public sealed class IPAddress : IResource<IPAddress>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("networking.k8s.io", "v1", "IPAddress", "ipaddresses", Scope.Cluster);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Name, labels, annotations and what the server keeps about the object.</summary>
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    /// <summary>Who has the address.</summary>
    [Required, ProtoField(2)]
    public IPAddressSpec? Spec { get; set; }
}
