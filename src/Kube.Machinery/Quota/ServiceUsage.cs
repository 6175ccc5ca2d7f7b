using Kube.Api;
using Kube.Api.Core.V1;

namespace Kube.Machinery.Quota;

/// <summary>What a Service uses of a quota. Node ports are counted by the ports that will get one: they are handed out later.</summary>
internal static class ServiceUsage
{
    public static bool Tracks(string name) => name is ResourceName.Services or ResourceName.ServicesNodeports or ResourceName.ServicesLoadbalancers;

    public static Dictionary<string, Quantity> Of(Service service)
    {
        var (spec, balanced) = (service.Spec, service.Spec?.Type == ServiceType.LoadBalancer);
        var ports = spec?.Ports ?? [];
        var nodePorts = balanced && spec!.AllocateLoadBalancerNodePorts == false ? ports.Count(p => p.NodePort is > 0)
            : balanced || spec?.Type == ServiceType.NodePort ? ports.Count : 0;
        return new(StringComparer.Ordinal)
        {
            [ResourceName.Services] = Quantity.FromLong(1),
            [ResourceName.ServicesNodeports] = Quantity.FromLong(nodePorts),
            [ResourceName.ServicesLoadbalancers] = Quantity.FromLong(balanced ? 1 : 0),
        };
    }
}
