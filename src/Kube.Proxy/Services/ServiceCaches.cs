using System.Net;
using Kube.Api.Core.V1;
using Kube.Api.Discovery.V1;
using Kube.Client;

namespace Kube.Proxy.Services;

/// <summary>The proxy's view of the cluster: Services and EndpointSlices, found by name and by address.</summary>
internal sealed class ServiceCaches(ILister<Service> services, ILister<EndpointSlice> slices)
{
    private const string ByService = "service";
    private const string ByAddress = "address";

    /// <summary>Indexers the informer of Services must have.</summary>
    public static IReadOnlyDictionary<string, Func<Service, IEnumerable<string>>> ServiceIndexers { get; } =
        new Dictionary<string, Func<Service, IEnumerable<string>>> { [ByAddress] = service => service.Spec?.ClusterIP is { } address ? [address] : [] };

    /// <summary>Indexers the informer of EndpointSlices must have.</summary>
    public static IReadOnlyDictionary<string, Func<EndpointSlice, IEnumerable<string>>> SliceIndexers { get; } =
        new Dictionary<string, Func<EndpointSlice, IEnumerable<string>>>
        {
            [ByService] = slice => [ServiceTable.ServiceOf(slice).ToString()],
            [ByAddress] = slice => (slice.Endpoints ?? []).SelectMany(endpoint => endpoint.Addresses ?? []).Distinct(StringComparer.Ordinal),
        };

    public Service? Service(string ns, string name) => services.Get(ns, name);

    public IReadOnlyList<EndpointSlice> Slices(string ns, string service) => slices.ByIndex(ByService, new ObjectKey(ns, service).ToString());

    public Service? ServiceAt(IPAddress address) => services.ByIndex(ByAddress, address.ToString()) is [var service, ..] ? service : null;

    public IReadOnlyList<EndpointSlice> SlicesWith(IPAddress address) => slices.ByIndex(ByAddress, address.ToString());

    /// <summary>All of it, as the service table wants it.</summary>
    public IReadOnlyList<ServiceEntry> Entries(ServiceTable table) => table.Build(services.List(), slices.List().ToLookup(ServiceTable.ServiceOf));
}
