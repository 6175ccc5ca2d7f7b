using Kube.Api;
using Kube.Api.Core.V1;
using Kube.Api.Discovery.V1;
using Kube.Api.Meta.V1;
using Kube.Client;
using Kube.Proxy.Services;
using EndpointPort = Kube.Api.Discovery.V1.EndpointPort;

namespace Kube.Proxy.Tests;

/// <summary>Services and slices for tests.</summary>
internal static class Objects
{
    public static Service Service(string name, string? address = "10.96.0.5", string ns = "ns", Action<ServiceSpec>? with = null, params ServicePort[] ports)
    {
        var spec = new ServiceSpec
        {
            ClusterIP = address,
            Type = ServiceType.ClusterIP,
            Ports = ports.Length > 0 ? [.. ports] : [new ServicePort { Name = "http", Port = 80, Protocol = "TCP", TargetPort = 8080 }],
        };
        with?.Invoke(spec);
        return new Service { Metadata = new ObjectMeta { Name = name, Namespace = ns }, Spec = spec };
    }

    public static EndpointSlice Slice(string service, params Endpoint[] endpoints) => Slice(service, "http", "TCP", 8080, endpoints);

    public static EndpointSlice Slice(string service, string port, string protocol, int number, params Endpoint[] endpoints) => new()
    {
        Metadata = new ObjectMeta
        {
            Name = $"{service}-{port}",
            Namespace = "ns",
            Labels = new Dictionary<string, string> { [ServiceTable.ServiceNameLabel] = service },
        },
        AddressType = "IPv4",
        Ports = [new EndpointPort { Name = port, Protocol = protocol, Port = number }],
        Endpoints = [.. endpoints],
    };

    public static Endpoint Ready(string address, string? node = null, string? hostname = null) =>
        new() { Addresses = [address], NodeName = node, Hostname = hostname, Conditions = new EndpointConditions { Ready = true, Serving = true } };

    public static Endpoint NotReady(string address) =>
        new() { Addresses = [address], Conditions = new EndpointConditions { Ready = false, Serving = false } };

    public static Endpoint Terminating(string address) =>
        new() { Addresses = [address], Conditions = new EndpointConditions { Ready = false, Serving = true, Terminating = true } };

    public static ServiceCaches Caches(IReadOnlyList<Service> services, params IReadOnlyList<EndpointSlice> slices) =>
        new(new ListOf<Service>(services, ServiceCaches.ServiceIndexers), new ListOf<EndpointSlice>(slices, ServiceCaches.SliceIndexers));

    private sealed class ListOf<T>(IReadOnlyList<T> items, IReadOnlyDictionary<string, Func<T, IEnumerable<string>>> indexers) : ILister<T>
        where T : class, IResource<T>
    {
        public T? Get(string? ns, string name) => items.FirstOrDefault(item => ObjectKey.Of(item) == new ObjectKey(ns, name));

        public IReadOnlyList<T> List(string? ns = null) => [.. items.Where(item => ns is null || item.Metadata?.Namespace == ns)];

        public IReadOnlyList<T> ByIndex(string index, string value) => [.. items.Where(item => indexers[index](item).Contains(value))];
    }
}
