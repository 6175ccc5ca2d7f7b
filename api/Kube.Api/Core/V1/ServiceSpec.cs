namespace Kube.Api.Core.V1;

/// <summary>What a Service offers and which pods stand behind it.</summary>
public sealed class ServiceSpec
{
    /// <summary>Ports it offers. Names are needed when there is more than one.</summary>
    [PatchMerge("port"), ListMap("port", "protocol"), ProtoField(1)]
    public List<ServicePort>? Ports { get; set; }

    /// <summary>Labels of the pods behind it; without it nobody fills the endpoints.</summary>
    [MapAtomic, ProtoField(2)]
    public Dictionary<string, string>? Selector { get; set; }

    /// <summary>Its address inside the cluster; allocated unless given. None makes it headless: DNS answers with the pods. Fixed once set.</summary>
    [ProtoField(3)]
    public string? ClusterIP { get; set; }

    /// <summary>Its addresses, at most one per IP family; the first equals clusterIP.</summary>
    [ProtoField(18)]
    public List<string>? ClusterIPs { get; set; }

    /// <summary>ClusterIP (default), NodePort, LoadBalancer or ExternalName.</summary>
    [ProtoField(4)]
    public string? Type { get; set; }

    /// <summary>Further addresses of nodes whose traffic goes to it.</summary>
    [ProtoField(5)]
    public List<string>? ExternalIPs { get; set; }

    /// <summary>None (default), or ClientIP to send a client to the same pod each time.</summary>
    [ProtoField(7)]
    public string? SessionAffinity { get; set; }

    /// <summary>Address asked of the load balancer. Not every one honours it.</summary>
    [ProtoField(8)]
    public string? LoadBalancerIP { get; set; }

    /// <summary>Client address ranges the load balancer lets in.</summary>
    [ProtoField(9)]
    public List<string>? LoadBalancerSourceRanges { get; set; }

    /// <summary>DNS name that the Service is an alias of; only with type ExternalName.</summary>
    [ProtoField(10)]
    public string? ExternalName { get; set; }

    /// <summary>For traffic from outside: Cluster (default) sends it to any pod, Local only to pods of the node it arrives at and keeps the client's address.</summary>
    [ProtoField(11)]
    public string? ExternalTrafficPolicy { get; set; }

    /// <summary>Port at which nodes tell whether they have a pod; for load balancers with Local traffic.</summary>
    [ProtoField(12)]
    public int? HealthCheckNodePort { get; set; }

    /// <summary>True to list pods that are not ready too. Default false.</summary>
    [ProtoField(13)]
    public bool? PublishNotReadyAddresses { get; set; }

    /// <summary>Settings of sessionAffinity.</summary>
    [ProtoField(14, IsPointer = true)]
    public SessionAffinityConfig? SessionAffinityConfig { get; set; }

    /// <summary>IPv4, IPv6 or both.</summary>
    [ProtoField(19)]
    public List<string>? IpFamilies { get; set; }

    /// <summary>SingleStack (default), PreferDualStack or RequireDualStack.</summary>
    [ProtoField(17, IsPointer = true)]
    public string? IpFamilyPolicy { get; set; }

    /// <summary>False to do without node ports; only with type LoadBalancer. Default true.</summary>
    [ProtoField(20, IsPointer = true)]
    public bool? AllocateLoadBalancerNodePorts { get; set; }

    /// <summary>Which load balancer shall serve it.</summary>
    [ProtoField(21, IsPointer = true)]
    public string? LoadBalancerClass { get; set; }

    /// <summary>For traffic from inside: Cluster (default), or Local for pods of the same node only.</summary>
    [ProtoField(22, IsPointer = true)]
    public string? InternalTrafficPolicy { get; set; }

    /// <summary>A wish for near pods, such as PreferSameZone.</summary>
    [ProtoField(23, IsPointer = true)]
    public string? TrafficDistribution { get; set; }
}
