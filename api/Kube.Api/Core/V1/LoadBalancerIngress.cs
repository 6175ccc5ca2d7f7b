namespace Kube.Api.Core.V1;

public sealed class LoadBalancerIngress
{
    public string? Ip { get; set; }

    public string? Hostname { get; set; }

    public string? IpMode { get; set; }

    public List<PortStatus>? Ports { get; set; }
}
