using System.Text.Json.Nodes;
using Kube.Api.Apps.V1;
using Kube.Api.Core.V1;
using Kube.Client;

namespace Kube.Integration.Tests.Controllers;

public class RestartTests(ControllerCluster cluster) : IClassFixture<ControllerCluster>
{
    [Fact]
    public async Task Controllers_RestartedInMidScale_MakeNoPodTwice()
    {
        var ns = await cluster.NewNamespaceAsync();
        await cluster.Client.CreateAsync(Workloads.ReplicaSet(ns, 60));
        await cluster.UntilAsync<Pod>(ns, pods => pods.Count >= 10);
        await cluster.RestartControllersAsync();
        await cluster.UntilAsync<ReplicaSet>(ns, "web", set => set.Status is { Replicas: 60, ReadyReplicas: 60 });
        Assert.Equal(60, (await cluster.Client.ListAsync<Pod>(ns)).Items!.Count);
        Assert.DoesNotContain((await cluster.Client.ListAsync<Event>(ns)).Items!, e => e.Reason == "SuccessfulDelete");
    }

    [Fact]
    public async Task Controllers_RestartedInMidRollout_FinishIt()
    {
        var ns = await cluster.NewNamespaceAsync();
        await cluster.Client.CreateAsync(Workloads.Deployment(ns, 8));
        await cluster.UntilAsync<Deployment>(ns, "web", d => d.IsComplete());
        await cluster.Client.SetImageAsync(ns, "v2");
        await cluster.UntilAsync<Deployment>(ns, "web", d => d.Status?.UpdatedReplicas >= 2);
        await cluster.RestartControllersAsync();
        await cluster.UntilAsync<Deployment>(ns, "web", d => d.IsComplete() && d.Revision() == "2");
    }

    [Fact]
    public async Task Server_Restarted_EverythingGoesOn()
    {
        var ns = await cluster.NewNamespaceAsync();
        await cluster.Client.CreateAsync(Workloads.Deployment(ns, 4));
        await cluster.UntilAsync<Deployment>(ns, "web", d => d.IsComplete());
        await cluster.RestartServerAsync();
        await cluster.Client.PatchSpecAsync(ns, new JsonObject { ["replicas"] = 6 });
        await cluster.UntilAsync<Deployment>(ns, "web", d => d.IsComplete());
        await cluster.Client.DeleteAsync<Deployment>(ns, "web", new() { PropagationPolicy = "Foreground" });
        await cluster.UntilGoneAsync<Deployment>(ns, "web");
        await cluster.UntilAsync<Pod>(ns, pods => pods.Count == 0);
    }
}
