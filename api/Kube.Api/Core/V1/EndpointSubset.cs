namespace Kube.Api.Core.V1;

/// <summary>Addresses that have the same ports.</summary>
public sealed class EndpointSubset
{
    /// <summary>Addresses that are ready.</summary>
    [ProtoField(1)]
    public List<EndpointAddress>? Addresses { get; set; }

    /// <summary>Addresses that are not ready.</summary>
    [ProtoField(2)]
    public List<EndpointAddress>? NotReadyAddresses { get; set; }

    /// <summary>Their ports.</summary>
    [ProtoField(3)]
    public List<EndpointPort>? Ports { get; set; }
}
