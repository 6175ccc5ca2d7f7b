namespace Kube.Api.Core.V1;

public sealed class EndpointSubset
{
    [ProtoField(1)]
    public List<EndpointAddress>? Addresses { get; set; }

    [ProtoField(2)]
    public List<EndpointAddress>? NotReadyAddresses { get; set; }

    [ProtoField(3)]
    public List<EndpointPort>? Ports { get; set; }
}
