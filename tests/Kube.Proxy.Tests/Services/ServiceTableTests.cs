using Kube.Api.Core.V1;
using Kube.Api.Discovery.V1;
using Kube.Proxy.Services;

namespace Kube.Proxy.Tests.Services;

public sealed class ServiceTableTests
{
    [Fact]
    public void Build_ReadyEndpoints_AreUsedInOrderOnce()
    {
        var entry = Single(Objects.Service("web"), Objects.Slice("web", Objects.Ready("10.244.0.9"), Objects.Ready("10.244.0.3"), Objects.Ready("10.244.0.3"), Objects.NotReady("10.244.0.4")));
        Assert.Equal(["10.244.0.3:8080", "10.244.0.9:8080"], entry.Backends.Select(backend => backend.ToString()));
        Assert.Equal(("10.96.0.5", 80, 0), (entry.ClusterAddress.ToString(), entry.Port, entry.NodePort));
    }

    [Fact]
    public void Build_NoneReady_UsesThoseThatServeWhileTerminating()
    {
        var entry = Single(Objects.Service("web"), Objects.Slice("web", Objects.Terminating("10.244.0.3"), Objects.NotReady("10.244.0.4")));
        Assert.Equal("10.244.0.3:8080", Assert.Single(entry.Backends).ToString());
    }

    [Fact]
    public void Build_SomeReady_LeavesTerminatingOnesAlone()
    {
        var entry = Single(Objects.Service("web"), Objects.Slice("web", Objects.Terminating("10.244.0.3"), Objects.Ready("10.244.0.4")));
        Assert.Equal("10.244.0.4:8080", Assert.Single(entry.Backends).ToString());
    }

    [Theory]
    [InlineData("None")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("fd00::1")]
    public void Build_NoIPv4ClusterAddress_HasNoEntry(string? address) => Assert.Empty(Build([Objects.Service("web", address)]));

    [Fact]
    public void Build_ExternalName_HasNoEntry() => Assert.Empty(Build([Objects.Service("web", with: spec => spec.Type = ServiceType.ExternalName)]));

    [Fact]
    public void Build_PortsOfTwoSlices_AreMatchedByNameAndProtocol()
    {
        var service = Objects.Service("dns", ports: [new ServicePort { Name = "udp", Port = 53, Protocol = "UDP" }, new ServicePort { Name = "tcp", Port = 53, Protocol = "TCP" }]);
        var entries = Build([service], Objects.Slice("dns", "udp", "UDP", 5353, Objects.Ready("10.244.0.3")), Objects.Slice("dns", "tcp", "TCP", 5454, Objects.Ready("10.244.0.3")));
        Assert.Equal(["ns/dns/tcp/tcp 10.244.0.3:5454", "ns/dns/udp/udp 10.244.0.3:5353"], entries.Select(entry => $"{entry.Name} {Assert.Single(entry.Backends)}"));
    }

    [Fact]
    public void Build_LocalPolicies_KeepEndpointsOfOurNodesOnly()
    {
        var service = Objects.Service("web", with: spec =>
        {
            spec.Type = ServiceType.NodePort;
            spec.Ports![0].NodePort = 30080;
            spec.ExternalTrafficPolicy = ServiceExternalTrafficPolicy.Local;
        });
        var slice = Objects.Slice("web", Objects.Ready("10.244.0.3", "here"), Objects.Ready("10.244.1.3", "there"));
        var entry = Assert.Single(Build(new HashSet<string> { "here" }, [service], slice));
        Assert.Equal(2, entry.Backends.Count);
        Assert.Equal("10.244.0.3:8080", Assert.Single(entry.ExternalBackends).ToString());
        Assert.True(entry.KeepsClientAddress);
        Assert.Equal(30080, entry.NodePort);
    }

    [Fact]
    public void Build_Affinity_HasItsTimeout()
    {
        var entry = Single(Objects.Service("web", with: spec => spec.SessionAffinity = ServiceAffinity.ClientIP));
        Assert.Equal(TimeSpan.FromHours(3), entry.Affinity);
    }

    [Fact]
    public void StaleFlows_RemovedUdpEndpointAndNewlyServedPort_AreFound()
    {
        ServicePort[] udp = [new ServicePort { Name = "u", Port = 53, Protocol = "UDP" }];
        var service = Objects.Service("a", ports: udp);
        var other = Objects.Service("b", "10.96.0.6", ports: udp);
        var before = Build([service, other], Objects.Slice("a", "u", "UDP", 53, Objects.Ready("10.244.0.3"), Objects.Ready("10.244.0.4")));
        var after = Build([service, other], Objects.Slice("a", "u", "UDP", 53, Objects.Ready("10.244.0.4")), Objects.Slice("b", "u", "UDP", 53, Objects.Ready("10.244.0.5")));
        var stale = StaleFlows.Between(before, after);
        Assert.Equal("10.244.0.3:53", Assert.Single(stale.Endpoints).ToString());
        Assert.Equal("b", Assert.Single(stale.NewlyServed).Name.Service);
    }

    private static ServiceEntry Single(Service service, params EndpointSlice[] slices) => Assert.Single(Build([service], slices));

    private static IReadOnlyList<ServiceEntry> Build(IReadOnlyList<Service> services, params EndpointSlice[] slices) => Build(null, services, slices);

    private static IReadOnlyList<ServiceEntry> Build(IReadOnlySet<string>? nodes, IReadOnlyList<Service> services, params EndpointSlice[] slices) =>
        new ServiceTable(nodes).Build(services, slices.ToLookup(ServiceTable.ServiceOf));
}
