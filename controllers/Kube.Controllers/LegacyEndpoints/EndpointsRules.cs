using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;
using Kube.Controllers.EndpointSlices;
using Kube.Controllers.Runtime;

namespace Kube.Controllers.LegacyEndpoints;

/// <summary>The Endpoints object that a Service's pods call for. Pure.</summary>
internal static class EndpointsRules
{
    /// <summary>Says who keeps an Endpoints object.</summary>
    public const string ManagedByLabel = "endpoints.kubernetes.io/managed-by";

    /// <summary>The value of that label on ours.</summary>
    public const string Manager = "endpoint-controller";

    /// <summary>More addresses than this are left out, and the object says so in <see cref="OverCapacity"/>.</summary>
    public const int MaxAddresses = 1000;

    /// <summary>The annotation of an object that does not hold all addresses.</summary>
    public const string OverCapacity = "endpoints.kubernetes.io/over-capacity";

    /// <summary>The object as it should be, with the metadata of a new one.</summary>
    public static Endpoints Of(Service service, IEnumerable<Pod> pods)
    {
        var backends = ServiceBackends.PodsOf(service, pods)
            .Where(pod => !pod.IsTerminating() || service.Spec?.PublishNotReadyAddresses == true)
            .Select(pod => (Pod: pod, Ports: ServiceBackends.PortsOf(service, pod)))
            .Where(backend => backend.Ports.Count > 0 || (service.IsHeadless() && service.Spec?.Ports is null or { Count: 0 }))
            .OrderBy(backend => IsReady(service, backend.Pod) ? 0 : 1)
            .ToList();
        var subsets = backends.Take(MaxAddresses)
            .GroupBy(backend => string.Join(';', backend.Ports), StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => Subset(service, group.First().Ports, group.Select(backend => backend.Pod)))
            .ToList();
        return new Endpoints
        {
            Metadata = new ObjectMeta
            {
                Name = service.Metadata?.Name,
                Namespace = service.Metadata?.Namespace,
                Labels = LabelsOf(service),
                Annotations = backends.Count > MaxAddresses ? new Dictionary<string, string> { [OverCapacity] = "truncated" } : null,
            },
            Subsets = subsets.Count == 0 ? null : subsets,
        };
    }

    /// <summary>Whether the stored object says all that the wanted one does.</summary>
    public static bool IsUpToDate(Endpoints stored, Endpoints wanted) =>
        Wire.Same(new Endpoints { Subsets = stored.Subsets }, new Endpoints { Subsets = wanted.Subsets })
        && SameLabels(stored.Metadata?.Labels ?? [], wanted.Metadata?.Labels ?? [])
        && stored.Metadata?.Annotations?.GetValueOrDefault(OverCapacity) == wanted.Metadata?.Annotations?.GetValueOrDefault(OverCapacity);

    private static bool SameLabels(Dictionary<string, string> a, Dictionary<string, string> b) =>
        a.Count == b.Count && a.All(label => b.GetValueOrDefault(label.Key) == label.Value);

    private static Dictionary<string, string> LabelsOf(Service service)
    {
        var labels = new Dictionary<string, string>(service.Metadata?.Labels ?? []) { [ManagedByLabel] = Manager };
        if (service.IsHeadless())
        {
            labels[ServiceBackends.HeadlessLabel] = string.Empty;
        }

        return labels;
    }

    private static EndpointSubset Subset(Service service, List<BackendPort> ports, IEnumerable<Pod> pods)
    {
        var byReadiness = pods.OrderBy(ServiceBackends.AddressOf, StringComparer.Ordinal).ToLookup(pod => IsReady(service, pod), pod => Address(service, pod));
        return new EndpointSubset
        {
            Addresses = byReadiness.Contains(true) ? [.. byReadiness[true]] : null,
            NotReadyAddresses = byReadiness.Contains(false) ? [.. byReadiness[false]] : null,
            Ports = ports.Count == 0 ? null : ports.ConvertAll(port => new EndpointPort
            {
                Name = port.Name.Length == 0 ? null : port.Name,
                Port = port.Port,
                Protocol = port.Protocol,
                AppProtocol = port.AppProtocol,
            }),
        };
    }

    private static bool IsReady(Service service, Pod pod) => service.Spec?.PublishNotReadyAddresses == true || pod.IsReady();

    private static EndpointAddress Address(Service service, Pod pod) => new()
    {
        Ip = ServiceBackends.AddressOf(pod),
        Hostname = ServiceBackends.HostnameOf(service, pod),
        NodeName = pod.Node(),
        TargetRef = ServiceBackends.ReferenceTo(pod),
    };
}
