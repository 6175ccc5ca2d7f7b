using Kube.Api.Core.V1;

namespace Kube.Api.Resources.Core;

/// <summary>What a Service has when its author does not say. Addresses and node ports are allocated by the server afterwards.</summary>
internal static class ServiceDefaults
{
    private const int AffinitySeconds = 10800;

    public static void Apply(Service service)
    {
        var spec = service.Spec ??= new ServiceSpec();
        spec.Type = string.IsNullOrEmpty(spec.Type) ? ServiceType.ClusterIP : spec.Type;
        spec.SessionAffinity = string.IsNullOrEmpty(spec.SessionAffinity) ? ServiceAffinity.None : spec.SessionAffinity;
        if (spec.SessionAffinity == ServiceAffinity.None)
        {
            spec.SessionAffinityConfig = null;
        }
        else if (spec.SessionAffinity == ServiceAffinity.ClientIP && spec.SessionAffinityConfig?.ClientIP?.TimeoutSeconds is null)
        {
            spec.SessionAffinityConfig = new SessionAffinityConfig { ClientIP = new ClientIPConfig { TimeoutSeconds = AffinitySeconds } };
        }

        foreach (var port in spec.Ports ?? [])
        {
            Apply(port);
        }

        ApplyTraffic(spec);
        ApplyFamilies(spec);
    }

    /// <summary>clusterIP is the first of clusterIPs; whoever sets one means both.</summary>
    public static void SameAddresses(ServiceSpec spec)
    {
        if (spec.ClusterIPs is not { Count: > 0 } && !string.IsNullOrEmpty(spec.ClusterIP))
        {
            spec.ClusterIPs = [spec.ClusterIP];
        }
    }

    private static void Apply(ServicePort port)
    {
        port.Protocol = string.IsNullOrEmpty(port.Protocol) ? Protocol.TCP : port.Protocol;
        if (port.TargetPort is null || port.TargetPort == 0 || port.TargetPort == "")
        {
            port.TargetPort = port.Port ?? 0;
        }
    }

    private static void ApplyTraffic(ServiceSpec spec)
    {
        if (spec.Type is ServiceType.NodePort or ServiceType.LoadBalancer)
        {
            spec.ExternalTrafficPolicy = string.IsNullOrEmpty(spec.ExternalTrafficPolicy) ? ServiceExternalTrafficPolicy.Cluster : spec.ExternalTrafficPolicy;
        }

        if (spec.Type != ServiceType.ExternalName)
        {
            spec.InternalTrafficPolicy ??= ServiceInternalTrafficPolicy.Cluster;
        }

        if (spec.Type == ServiceType.LoadBalancer)
        {
            spec.AllocateLoadBalancerNodePorts ??= true;
        }
    }

    /// <summary>One family, IPv4, unless the Service brings an IPv6 address: the clusters this serves are single-stack.</summary>
    private static void ApplyFamilies(ServiceSpec spec)
    {
        SameAddresses(spec);
        if (spec.Type == ServiceType.ExternalName)
        {
            return;
        }

        spec.IpFamilyPolicy ??= IPFamilyPolicy.SingleStack;
        if (spec.IpFamilies is not { Count: > 0 })
        {
            spec.IpFamilies = [spec.ClusterIPs is [var address, ..] && address.Contains(':', StringComparison.Ordinal) ? IPFamily.IPv6 : IPFamily.IPv4];
        }
    }
}
