using System.Text.Json.Nodes;
using Kube.Api.Apps.V1;
using Kube.Api.Core.V1;
using Kube.Api.Discovery.V1;
using Kube.Api.Meta.V1;
using Kube.Client;

namespace Kube.Integration.Tests.Controllers;

public class ServiceTests(ControllerCluster cluster) : IClassFixture<ControllerCluster>
{
    [Fact]
    public async Task Slices_PodsComeAndGo_FollowThem()
    {
        var ns = await cluster.NewNamespaceAsync();
        await cluster.Client.CreateAsync(Service(ns));
        var empty = await cluster.UntilAsync<EndpointSlice>(ns, slices => slices.Count == 1);
        Assert.Empty(empty[0].Endpoints ?? []);
        Assert.Matches("^web-[a-z0-9]{5}$", empty[0].Metadata!.Name!);

        await cluster.Client.CreateAsync(Workloads.ReplicaSet(ns, 3));
        var full = await cluster.UntilAsync<EndpointSlice>(ns, slices => slices is [{ Endpoints.Count: 3 }] && slices[0].Endpoints!.All(e => e.Conditions!.Ready == true));
        Assert.Equal(empty[0].Metadata!.Name, full[0].Metadata!.Name);
        Assert.All(full[0].Endpoints!, endpoint => Assert.Equal("Pod", endpoint.TargetRef!.Kind));
        Assert.Equal(8080, Assert.Single(full[0].Ports!).Port);
        await cluster.UntilAsync<Endpoints>(ns, "web", e => e.Subsets is [{ Addresses.Count: 3 }]);

        await cluster.Client.PatchAsync<ReplicaSet>(ns, "web", Patch.Merge(new JsonObject { ["spec"] = new JsonObject { ["replicas"] = 1 } }));
        await cluster.UntilAsync<EndpointSlice>(ns, slices => slices is [{ Endpoints.Count: 1 }]);
        await cluster.UntilAsync<Endpoints>(ns, "web", e => e.Subsets is [{ Addresses.Count: 1 }]);
    }

    [Fact]
    public async Task Delete_Service_TakesSlicesAndEndpointsAlong()
    {
        var ns = await cluster.NewNamespaceAsync();
        await cluster.Client.CreateAsync(Service(ns));
        await cluster.UntilAsync<EndpointSlice>(ns, slices => slices.Count == 1);
        await cluster.UntilAsync<Endpoints>(ns, list => list.Count == 1);
        await cluster.Client.DeleteAsync<Service>(ns, "web");
        await cluster.UntilAsync<EndpointSlice>(ns, slices => slices.Count == 0);
        await cluster.UntilAsync<Endpoints>(ns, list => list.Count == 0);
    }

    [Fact]
    public async Task Slice_DeletedByHand_ComesBack()
    {
        var ns = await cluster.NewNamespaceAsync();
        await cluster.Client.CreateAsync(Service(ns));
        var slice = (await cluster.UntilAsync<EndpointSlice>(ns, slices => slices.Count == 1))[0];
        await cluster.Client.DeleteAsync<EndpointSlice>(ns, slice.Metadata!.Name!);
        await cluster.UntilAsync<EndpointSlice>(ns, slices => slices.Count == 1 && slices[0].Metadata!.Uid != slice.Metadata.Uid);
    }

    private static Service Service(string ns) => new()
    {
        Metadata = new ObjectMeta { Name = "web", Namespace = ns },
        Spec = new ServiceSpec { Selector = new() { ["app"] = "web" }, Ports = [new ServicePort { Port = 80, TargetPort = 8080 }] },
    };
}
