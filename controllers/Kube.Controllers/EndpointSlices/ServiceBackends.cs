using Kube.Api.Core.V1;
using Kube.Client;
using Kube.Controllers.Runtime;
using Kube.Machinery.Selectors;

namespace Kube.Controllers.EndpointSlices;

/// <summary>Which pods stand behind a Service and on which ports. Shared by EndpointSlices and Endpoints; pure.</summary>
internal static class ServiceBackends
{
    /// <summary>The label on the slices and Endpoints of a headless Service.</summary>
    public const string HeadlessLabel = "service.kubernetes.io/headless";

    /// <summary>Whether the Service's addresses are ours to find: it has a selector, and is no mere name.</summary>
    public static bool IsSelecting(this Service service) => service.Spec?.Selector is not null && service.Spec.Type != ServiceType.ExternalName;

    /// <summary>No virtual IP: DNS gives out the pods themselves.</summary>
    public static bool IsHeadless(this Service service) => service.Spec?.ClusterIP == "None";

    /// <summary>The Service's pods that have an address and have not ended.</summary>
    public static IEnumerable<Pod> PodsOf(Service service, IEnumerable<Pod> pods)
    {
        var selector = Selector.FromMap(service.Spec?.Selector);
        return pods.Where(pod => selector.Matches(pod.Metadata?.Labels) && !pod.IsTerminal() && AddressOf(pod) is not null);
    }

    /// <summary>The pod's IPv4 address, or null.</summary>
    public static string? AddressOf(Pod pod)
    {
        var addresses = pod.Status?.PodIPs is { Count: > 0 } ips ? ips.Select(ip => ip.Ip) : [pod.Status?.PodIP];
        return addresses.FirstOrDefault(ip => !string.IsNullOrEmpty(ip) && !ip.Contains(':', StringComparison.Ordinal));
    }

    /// <summary>The pod's ports for the Service's ports, in their order. A port whose name the pod does not have is left out.</summary>
    public static List<BackendPort> PortsOf(Service service, Pod pod)
    {
        var ports = new List<BackendPort>();
        foreach (var port in service.Spec?.Ports ?? [])
        {
            if (NumberOf(port, pod) is { } number)
            {
                ports.Add(new BackendPort(port.Name ?? string.Empty, port.Protocol ?? Protocol.TCP, number, port.AppProtocol));
            }
        }

        return ports;
    }

    /// <summary>The pod's host name under the Service's domain, or null.</summary>
    public static string? HostnameOf(Service service, Pod pod) =>
        !string.IsNullOrEmpty(pod.Spec?.Hostname) && pod.Spec.Subdomain == service.Metadata?.Name ? pod.Spec.Hostname : null;

    /// <summary>A reference to the pod, as addresses carry it.</summary>
    public static ObjectReference ReferenceTo(Pod pod) => new()
    {
        Kind = "Pod",
        Namespace = pod.Metadata?.Namespace,
        Name = pod.Metadata?.Name,
        Uid = pod.Metadata?.Uid,
    };

    /// <summary>The Services a pod's change may matter to: those that select it, or did. Changes that no Service can see bring none.</summary>
    public static IEnumerable<ObjectKey> ServicesSeeing(Change<Pod> change, ILister<Service> services)
    {
        var (before, after) = (change.Old, change.New);
        if (before is not null && after is not null && LooksTheSame(before, after))
        {
            return [];
        }

        return services.List(change.Object.Metadata?.Namespace)
            .Where(service => service.IsSelecting())
            .Where(service => Selector.FromMap(service.Spec!.Selector) is var selector
                && (Matches(selector, before) || Matches(selector, after)))
            .Select(service => service.Key());
    }

    private static bool Matches(Selector selector, Pod? pod) => pod is not null && selector.Matches(pod.Metadata?.Labels);

    private static bool LooksTheSame(Pod a, Pod b) =>
        AddressOf(a) == AddressOf(b) && a.IsReady() == b.IsReady() && a.IsTerminal() == b.IsTerminal() && a.IsTerminating() == b.IsTerminating()
        && a.Node() == b.Node() && a.Uid() == b.Uid() && SameLabels(a.Metadata?.Labels ?? [], b.Metadata?.Labels ?? []);

    private static bool SameLabels(Dictionary<string, string> a, Dictionary<string, string> b) =>
        a.Count == b.Count && a.All(label => b.GetValueOrDefault(label.Key) == label.Value);

    private static int? NumberOf(ServicePort port, Pod pod) => port.TargetPort switch
    {
        { IsString: true, String: { } name } when name.Length > 0 => pod.Spec?.Containers?
            .SelectMany(container => container.Ports ?? [])
            .FirstOrDefault(candidate => candidate.Name == name && (candidate.Protocol ?? Protocol.TCP) == (port.Protocol ?? Protocol.TCP))?.Port,
        { IsString: false, Int: > 0 } target => target.Int,
        _ => port.Port,
    };
}
