using Kube.Api.Core.V1;

namespace Kube.Api.Resources.Core;

/// <summary>An update that does not mention what the server allocated keeps it, so that applying the same manifest twice changes nothing.</summary>
internal static class ServiceUpdate
{
    public static void KeepAllocated(ServiceSpec spec, ServiceSpec old)
    {
        if (HasAddress(spec.Type) && HasAddress(old.Type))
        {
            if (string.IsNullOrEmpty(spec.ClusterIP))
            {
                spec.ClusterIP = old.ClusterIP;
            }

            if (spec.ClusterIPs is not { Count: > 0 } && spec.ClusterIP == old.ClusterIP)
            {
                spec.ClusterIPs = old.ClusterIPs;
            }
        }

        if (HasNodePorts(spec) && HasNodePorts(old))
        {
            KeepNodePorts(spec.Ports ?? [], old.Ports ?? []);
        }

        if (spec.HealthCheckNodePort is null or 0 && WantsHealthPort(spec) && WantsHealthPort(old))
        {
            spec.HealthCheckNodePort = old.HealthCheckNodePort;
        }

        DropWhatNoLongerApplies(spec, old);
    }

    private static bool HasAddress(string? type) => type is ServiceType.ClusterIP or ServiceType.NodePort or ServiceType.LoadBalancer;

    private static bool HasNodePorts(ServiceSpec spec) => spec.Type is ServiceType.NodePort or ServiceType.LoadBalancer;

    private static bool WantsHealthPort(ServiceSpec spec) =>
        spec.Type == ServiceType.LoadBalancer && spec.ExternalTrafficPolicy == ServiceExternalTrafficPolicy.Local;

    private static void KeepNodePorts(List<ServicePort> ports, List<ServicePort> old)
    {
        var used = ports.Where(p => p.NodePort is > 0).Select(p => p.NodePort).ToHashSet();
        foreach (var port in ports.Where(p => p.NodePort is null or 0))
        {
            var before = old.FirstOrDefault(o => o.Port == port.Port && o.Protocol == port.Protocol)?.NodePort;
            if (before is > 0 && used.Add(before))
            {
                port.NodePort = before;
            }
        }
    }

    /// <summary>A change of type leaves values behind that only the old type had; where the client merely repeats them, they go.</summary>
    private static void DropWhatNoLongerApplies(ServiceSpec spec, ServiceSpec old)
    {
        if (HasNodePorts(old) && !HasNodePorts(spec))
        {
            foreach (var port in spec.Ports ?? [])
            {
                var repeated = (old.Ports ?? []).Any(o => o.NodePort == port.NodePort);
                port.NodePort = repeated ? null : port.NodePort;
            }

            spec.ExternalTrafficPolicy = spec.ExternalTrafficPolicy == old.ExternalTrafficPolicy ? null : spec.ExternalTrafficPolicy;
        }

        if (HasAddress(old.Type) && spec.Type == ServiceType.ExternalName && spec.ClusterIP == old.ClusterIP)
        {
            (spec.ClusterIP, spec.ClusterIPs, spec.IpFamilies, spec.IpFamilyPolicy, spec.InternalTrafficPolicy) = (null, null, null, null, null);
        }

        if (old.Type == ServiceType.LoadBalancer && spec.Type != ServiceType.LoadBalancer)
        {
            spec.AllocateLoadBalancerNodePorts = null;
            spec.LoadBalancerClass = spec.LoadBalancerClass == old.LoadBalancerClass ? null : spec.LoadBalancerClass;
            spec.HealthCheckNodePort = spec.HealthCheckNodePort == old.HealthCheckNodePort ? null : spec.HealthCheckNodePort;
        }
    }
}
