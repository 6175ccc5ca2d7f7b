using Kube.Api.Meta.V1;

namespace Kube.Api.Discovery.V1;

public sealed class EndpointSlice : IResource<EndpointSlice>
{
    /// <inheritdoc />
    public static ResourceInfo Info { get; } = new("discovery.k8s.io", "v1", "EndpointSlice", "endpointslices", Scope.Namespaced);

    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    [ProtoField(1)]
    public ObjectMeta? Metadata { get; set; }

    [Required, ProtoField(4)]
    public string? AddressType { get; set; }

    [ProtoField(2)]
    public List<Endpoint>? Endpoints { get; set; }

    [ProtoField(3)]
    public List<EndpointPort>? Ports { get; set; }
}
