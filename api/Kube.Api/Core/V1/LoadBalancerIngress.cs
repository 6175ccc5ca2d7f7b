namespace Kube.Api.Core.V1;

/// <summary>One address of a load balancer.</summary>
public sealed class LoadBalancerIngress
{
    /// <summary>IP address.</summary>
    [ProtoField(1)]
    public string? Ip { get; set; }

    /// <summary>DNS name, where it has no IP address.</summary>
    [ProtoField(2)]
    public string? Hostname { get; set; }

    /// <summary>VIP when traffic keeps the address, Proxy when it does not.</summary>
    [ProtoField(3, IsPointer = true)]
    public string? IpMode { get; set; }

    /// <summary>Ports and what is wrong with them.</summary>
    [ProtoField(4)]
    public List<PortStatus>? Ports { get; set; }
}
