using Kube.Api.Meta.V1;

namespace Kube.Api.Discovery.V1;

/// <summary>A part of the addresses behind a Service.</summary>
public sealed class EndpointSlice : IResource<EndpointSlice>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("discovery.k8s.io", "v1", "EndpointSlice", "endpointslices", Scope.Namespaced);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <summary>Name, namespace, labels, annotations and what the server keeps about the object.</summary>
    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    /// <summary>IPv4, IPv6 or FQDN. Fixed once set.</summary>
    [Required, ProtoField(4)]
    public string? AddressType { get; set; }

    /// <summary>The endpoints, at most 1000.</summary>
    [ProtoField(2)]
    public List<Endpoint>? Endpoints { get; set; }

    /// <summary>Ports that every endpoint has; a port without a number stands for all.</summary>
    [ProtoField(3)]
    public List<EndpointPort>? Ports { get; set; }
}
