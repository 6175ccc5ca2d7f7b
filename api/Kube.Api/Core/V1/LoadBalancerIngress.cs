namespace Kube.Api.Core.V1;

public sealed class LoadBalancerIngress
{
    [ProtoField(1)]
    public string? Ip { get; set; }

    [ProtoField(2)]
    public string? Hostname { get; set; }

    [ProtoField(3, IsPointer = true)]
    public string? IpMode { get; set; }

    [ProtoField(4)]
    public List<PortStatus>? Ports { get; set; }
}
