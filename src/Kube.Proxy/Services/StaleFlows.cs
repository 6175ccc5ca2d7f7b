using System.Net;

namespace Kube.Proxy.Services;

/// <summary>The UDP flows the kernel should forget after a change. Pure.</summary>
/// <param name="Endpoints">Endpoints no Service sends to any more.</param>
/// <param name="NewlyServed">Service ports that had no endpoint and now have one.</param>
internal sealed record StaleFlows(IReadOnlyList<IPEndPoint> Endpoints, IReadOnlyList<ServiceEntry> NewlyServed)
{
    public static StaleFlows Between(IReadOnlyList<ServiceEntry> before, IReadOnlyList<ServiceEntry> after)
    {
        var still = after.Where(IsUdp).SelectMany(Targets).ToHashSet();
        var unserved = before.Where(entry => IsUdp(entry) && entry.Backends.Count == 0).Select(entry => entry.Name).ToHashSet();
        return new StaleFlows(
            [.. before.Where(IsUdp).SelectMany(Targets).Where(target => !still.Contains(target)).Distinct()],
            [.. after.Where(entry => entry.Backends.Count > 0 && unserved.Contains(entry.Name))]);
    }

    private static bool IsUdp(ServiceEntry entry) => entry.Name.Protocol == Protocol.Udp;

    private static IEnumerable<IPEndPoint> Targets(ServiceEntry entry) => entry.Backends.Concat(entry.ExternalBackends);
}
