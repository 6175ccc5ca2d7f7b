using Kube.Api.Core.V1;
using Kube.Api.Discovery.V1;
using Kube.Controllers.Runtime;
using EndpointPort = Kube.Api.Discovery.V1.EndpointPort;

namespace Kube.Controllers.EndpointSlices;

/// <summary>Endpoints that offer the same ports; a slice holds endpoints of one such group only.</summary>
/// <param name="Ports">The ports.</param>
/// <param name="Endpoints">The endpoints, one per pod.</param>
internal sealed record PortGroup(IReadOnlyList<BackendPort> Ports, IReadOnlyList<Endpoint> Endpoints)
{
    /// <summary>The groups a Service's pods form. <paramref name="zoneOf"/> tells the zone of a node, or null.</summary>
    public static List<PortGroup> Of(Service service, IEnumerable<Pod> pods, Func<string, string?> zoneOf) =>
        [.. ServiceBackends.PodsOf(service, pods)
            .Select(pod => (Ports: ServiceBackends.PortsOf(service, pod), Endpoint: EndpointOf(service, pod, zoneOf)))
            .Where(backend => backend.Ports.Count > 0 || service.Spec?.Ports is null or { Count: 0 })
            .GroupBy(backend => KeyOf(backend.Ports), StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new PortGroup(group.First().Ports, [.. group.Select(backend => backend.Endpoint)]))];

    /// <summary>The ports as a slice carries them; an unnamed port has an empty name, not none.</summary>
    public List<EndpointPort> SlicePorts() => [.. Ports.Select(port => new EndpointPort
    {
        Name = port.Name,
        Protocol = port.Protocol,
        Port = port.Port,
        AppProtocol = port.AppProtocol,
    })];

    /// <summary>Whether a slice belongs to this group.</summary>
    public bool Owns(EndpointSlice slice) => KeyOf(Ports) == KeyOf((slice.Ports ?? []).Select(port =>
        new BackendPort(port.Name ?? string.Empty, port.Protocol ?? Protocol.TCP, port.Port ?? 0, port.AppProtocol)));

    private static string KeyOf(IEnumerable<BackendPort> ports) =>
        string.Join(';', ports.Select(port => $"{port.Name}/{port.Protocol}/{port.Port}/{port.AppProtocol}"));

    private static Endpoint EndpointOf(Service service, Pod pod, Func<string, string?> zoneOf)
    {
        var serving = pod.IsReady();
        var terminating = pod.IsTerminating();
        return new Endpoint
        {
            Addresses = [ServiceBackends.AddressOf(pod)!],
            Conditions = new EndpointConditions
            {
                Ready = service.Spec?.PublishNotReadyAddresses == true || (serving && !terminating),
                Serving = serving,
                Terminating = terminating,
            },
            Hostname = ServiceBackends.HostnameOf(service, pod),
            TargetRef = ServiceBackends.ReferenceTo(pod),
            NodeName = pod.Node(),
            Zone = pod.Node() is { } node ? zoneOf(node) : null,
        };
    }
}
