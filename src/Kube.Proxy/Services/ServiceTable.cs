using System.Net;
using System.Net.Sockets;
using Kube.Api.Core.V1;
using Kube.Api.Discovery.V1;
using Kube.Client;

namespace Kube.Proxy.Services;

/// <summary>
/// From Services and their EndpointSlices to where traffic goes. Pure. IPv4 only. Services without a cluster address (headless, ExternalName) have no entry.
/// Ready endpoints are used; where there is none, those that are going away but still serve, so that the last ones finish their work.
/// </summary>
internal sealed class ServiceTable(IReadOnlySet<string>? localNodes = null)
{
    /// <summary>The label that ties a slice to its Service.</summary>
    public const string ServiceNameLabel = "kubernetes.io/service-name";

    private const int DefaultAffinitySeconds = 10800;

    /// <summary>The entries, ordered by name so that equal worlds give equal tables.</summary>
    public IReadOnlyList<ServiceEntry> Build(IEnumerable<Service> services, ILookup<ObjectKey, EndpointSlice> slices) =>
    [
        .. services
            .Where(service => service.Spec?.Type != ServiceType.ExternalName)
            .SelectMany(service => Entries(service, slices[ObjectKey.Of(service)]))
            .OrderBy(entry => entry.Name.ToString(), StringComparer.Ordinal),
    ];

    /// <summary>The Service a slice belongs to.</summary>
    public static ObjectKey ServiceOf(EndpointSlice slice) =>
        new(slice.Metadata?.Namespace, slice.Metadata?.Labels?.GetValueOrDefault(ServiceNameLabel) ?? "");

    private IEnumerable<ServiceEntry> Entries(Service service, IEnumerable<EndpointSlice> slices)
    {
        if (!IsIPv4(service.Spec?.ClusterIP, out var address))
        {
            yield break;
        }

        foreach (var port in service.Spec!.Ports ?? [])
        {
            var name = new ServicePortName(service.Metadata!.Namespace!, service.Metadata.Name!, port.Name ?? "", ProtocolOf(port.Protocol));
            var all = Endpoints(slices, name).ToList();
            var local = localNodes is null ? all : all.Where(endpoint => endpoint.Node is { } node && localNodes.Contains(node)).ToList();
            var externalLocal = service.Spec.ExternalTrafficPolicy == ServiceExternalTrafficPolicy.Local;
            yield return new ServiceEntry(name)
            {
                ClusterAddress = address,
                Port = port.Port ?? 0,
                NodePort = service.Spec.Type is ServiceType.NodePort or ServiceType.LoadBalancer ? port.NodePort ?? 0 : 0,
                Published = PublishedPorts.Of(service, name.Protocol, port.Port ?? 0),
                ExternalAddresses = ExternalAddresses(service),
                Backends = Usable(service.Spec.InternalTrafficPolicy == ServiceInternalTrafficPolicy.Local ? local : all),
                ExternalBackends = Usable(externalLocal ? local : all),
                Affinity = AffinityOf(service.Spec),
                KeepsClientAddress = externalLocal,
            };
        }
    }

    private static IEnumerable<Candidate> Endpoints(IEnumerable<EndpointSlice> slices, ServicePortName name) =>
        from slice in slices
        where slice.AddressType == "IPv4"
        from port in slice.Ports ?? []
        where (port.Name ?? "") == name.Port && ProtocolOf(port.Protocol) == name.Protocol && port.Port is > 0
        from endpoint in slice.Endpoints ?? []
        from address in endpoint.Addresses?.Take(1) ?? []
        where IsIPv4(address, out _)
        select new Candidate(new IPEndPoint(IPAddress.Parse(address), port.Port!.Value), endpoint.NodeName, endpoint.Conditions);

    private static List<IPEndPoint> Usable(List<Candidate> candidates)
    {
        var ready = candidates.Where(candidate => candidate.IsReady).ToList();
        return
        [
            .. (ready.Count > 0 ? ready : candidates.Where(candidate => candidate.ServesWhileTerminating))
                .Select(candidate => candidate.Target)
                .Distinct()
                .OrderBy(target => target.ToString(), StringComparer.Ordinal),
        ];
    }

    private static List<IPAddress> ExternalAddresses(Service service)
    {
        var ingress = service.Status?.LoadBalancer?.Ingress?.Select(point => point.Ip) ?? [];
        return [.. (service.Spec?.ExternalIPs ?? []).Concat(ingress).Where(text => IsIPv4(text, out _)).Select(text => IPAddress.Parse(text!)).Distinct()];
    }

    private static TimeSpan? AffinityOf(ServiceSpec spec) => spec.SessionAffinity == ServiceAffinity.ClientIP
        ? TimeSpan.FromSeconds(spec.SessionAffinityConfig?.ClientIP?.TimeoutSeconds ?? DefaultAffinitySeconds)
        : null;

    private static Protocol ProtocolOf(string? name) => name switch
    {
        "UDP" => Protocol.Udp,
        "SCTP" => Protocol.Sctp,
        _ => Protocol.Tcp,
    };

    private static bool IsIPv4(string? text, out IPAddress address)
    {
        var parsed = IPAddress.TryParse(text, out var found) && found.AddressFamily == AddressFamily.InterNetwork;
        address = found ?? IPAddress.None;
        return parsed;
    }

    private sealed record Candidate(IPEndPoint Target, string? Node, EndpointConditions? Conditions)
    {
        /// <summary>An absent condition means unknown, which counts as ready.</summary>
        public bool IsReady => Conditions?.Ready ?? true;

        public bool ServesWhileTerminating => Conditions?.Terminating == true && (Conditions.Serving ?? IsReady);
    }
}
