namespace Kube.Api.Core.V1;

public sealed class ServiceSpec
{
    [PatchMerge("port"), ListMap("port", "protocol"), ProtoField(1)]
    public List<ServicePort>? Ports { get; set; }

    [MapAtomic, ProtoField(2)]
    public Dictionary<string, string>? Selector { get; set; }

    [ProtoField(3)]
    public string? ClusterIP { get; set; }

    [ProtoField(18)]
    public List<string>? ClusterIPs { get; set; }

    [ProtoField(4)]
    public string? Type { get; set; }

    [ProtoField(5)]
    public List<string>? ExternalIPs { get; set; }

    [ProtoField(7)]
    public string? SessionAffinity { get; set; }

    [ProtoField(8)]
    public string? LoadBalancerIP { get; set; }

    [ProtoField(9)]
    public List<string>? LoadBalancerSourceRanges { get; set; }

    [ProtoField(10)]
    public string? ExternalName { get; set; }

    [ProtoField(11)]
    public string? ExternalTrafficPolicy { get; set; }

    [ProtoField(12)]
    public int? HealthCheckNodePort { get; set; }

    [ProtoField(13)]
    public bool? PublishNotReadyAddresses { get; set; }

    [ProtoField(14, IsPointer = true)]
    public SessionAffinityConfig? SessionAffinityConfig { get; set; }

    [ProtoField(19)]
    public List<string>? IpFamilies { get; set; }

    [ProtoField(17, IsPointer = true)]
    public string? IpFamilyPolicy { get; set; }

    [ProtoField(20, IsPointer = true)]
    public bool? AllocateLoadBalancerNodePorts { get; set; }

    [ProtoField(21, IsPointer = true)]
    public string? LoadBalancerClass { get; set; }

    [ProtoField(22, IsPointer = true)]
    public string? InternalTrafficPolicy { get; set; }

    [ProtoField(23, IsPointer = true)]
    public string? TrafficDistribution { get; set; }
}
