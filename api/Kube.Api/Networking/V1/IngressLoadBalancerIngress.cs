namespace Kube.Api.Networking.V1;

/// <summary>One address an Ingress is reachable at.</summary>
public sealed class IngressLoadBalancerIngress
{
    /// <summary>The address, for balancers that have one.</summary>
    [ProtoField(1)]
    public string? Ip { get; set; }

    /// <summary>The host name, for balancers that have one.</summary>
    [ProtoField(2)]
    public string? Hostname { get; set; }

    /// <summary>The ports opened there.</summary>
    [ProtoField(4)]
    public List<IngressPortStatus>? Ports { get; set; }
}
