using System.Text.Json.Nodes;
using Kube.Api;
using Kube.Api.Apps.V1;
using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;
using Kube.Client;

namespace Kube.Integration.Tests.Controllers;

public class ReplicaSetTests(ControllerCluster cluster) : IClassFixture<ControllerCluster>
{
    [Fact]
    public async Task Create_Replicas_ExactlySoManyPods()
    {
        var (ns, set) = await CreateAsync(20);
        await cluster.UntilAsync<ReplicaSet>(ns, "web", s => s.Status?.AvailableReplicas == 20 && s.Status.FullyLabeledReplicas == 20);
        var pods = (await cluster.Client.ListAsync<Pod>(ns)).Items!;
        Assert.Equal(20, pods.Count);
        Assert.All(pods, pod => Assert.Equal(set.Metadata!.Uid, Assert.Single(pod.Metadata!.OwnerReferences!).Uid));
        await cluster.UntilAsync<Event>(ns, events => events.Any(e => e.Reason == "SuccessfulCreate" && e.InvolvedObject!.Name == "web"));
    }

    [Fact]
    public async Task DeletePod_Replaced_AtOnce()
    {
        var (ns, _) = await CreateAsync(3);
        await cluster.UntilAsync<ReplicaSet>(ns, "web", s => s.Status?.ReadyReplicas == 3);
        var victim = (await cluster.Client.ListAsync<Pod>(ns)).Items![0].Metadata!.Name!;
        await cluster.Client.DeleteAsync<Pod>(ns, victim);
        await cluster.UntilAsync<Pod>(ns, pods => pods.Count == 3 && pods.All(pod => pod.Metadata!.Name != victim && pod.Status?.Phase == "Running"));
    }

    [Fact]
    public async Task PodFinished_Replaced_AndNotCounted()
    {
        var (ns, _) = await CreateAsync(1);
        var pod = (await cluster.UntilAsync<Pod>(ns, pods => pods is [{ Status.Phase: "Running" }]))[0];
        await cluster.Client.PatchAsync<Pod>(ns, pod.Metadata!.Name!, Patch.Merge(new JsonObject { ["status"] = new JsonObject { ["phase"] = "Failed" } }), subresource: "status");
        await cluster.UntilAsync<Pod>(ns, pods => pods.Count == 2 && pods.Count(p => p.Status?.Phase == "Running") == 1);
        await cluster.UntilAsync<ReplicaSet>(ns, "web", s => s.Status is { Replicas: 1, ReadyReplicas: 1 });
    }

    [Fact]
    public async Task ScaleDown_CheapPod_GoesFirst()
    {
        var (ns, _) = await CreateAsync(3);
        await cluster.UntilAsync<ReplicaSet>(ns, "web", s => s.Status?.ReadyReplicas == 3);
        var pods = (await cluster.Client.ListAsync<Pod>(ns)).Items!;
        var cheap = new Pod { Metadata = new ObjectMeta { Annotations = new() { ["controller.kubernetes.io/pod-deletion-cost"] = "-100" } } };
        await cluster.Client.PatchAsync<Pod>(ns, pods[1].Metadata!.Name!, Patch.Merge(cheap));
        await ScaleAsync(ns, 2);
        var left = await cluster.UntilAsync<Pod>(ns, p => p.Count == 2);
        Assert.DoesNotContain(left, pod => pod.Metadata!.Name == pods[1].Metadata!.Name);
        await ScaleAsync(ns, 0);
        await cluster.UntilAsync<ReplicaSet>(ns, "web", s => s.Status?.Replicas == 0);
    }

    [Fact]
    public async Task Orphans_Matching_AreAdoptedInsteadOfCreated()
    {
        var ns = await cluster.NewNamespaceAsync();
        var orphan = new Pod { Metadata = new ObjectMeta { Name = "mine", Namespace = ns, Labels = new() { ["app"] = "web" } }, Spec = Workloads.Template("v1").Spec };
        await cluster.Client.CreateAsync(orphan);
        var set = await cluster.Client.CreateAsync(Workloads.ReplicaSet(ns, 2));
        await cluster.UntilAsync<ReplicaSet>(ns, "web", s => s.Status?.ReadyReplicas == 2);
        var pods = (await cluster.Client.ListAsync<Pod>(ns)).Items!;
        Assert.Equal(2, pods.Count);
        Assert.Equal(set.Metadata!.Uid, Assert.Single(pods.Single(pod => pod.Metadata!.Name == "mine").Metadata!.OwnerReferences!).Uid);
    }

    [Fact]
    public async Task Relabelled_Pod_IsReleasedAndReplaced()
    {
        var (ns, _) = await CreateAsync(1);
        var pod = (await cluster.UntilAsync<Pod>(ns, pods => pods is [{ Status.Phase: "Running" }]))[0].Metadata!.Name!;
        await cluster.Client.PatchAsync<Pod>(ns, pod, Patch.Merge(new Pod { Metadata = new ObjectMeta { Labels = new() { ["app"] = "debug" } } }));
        await cluster.UntilAsync<Pod>(ns, pods => pods.Count == 2 && pods.Single(p => p.Metadata!.Name == pod).Metadata!.OwnerReferences is null or { Count: 0 });
    }

    private async Task<(string, ReplicaSet)> CreateAsync(int replicas)
    {
        var ns = await cluster.NewNamespaceAsync();
        return (ns, await cluster.Client.CreateAsync(Workloads.ReplicaSet(ns, replicas)));
    }

    private Task<ReplicaSet> ScaleAsync(string ns, int replicas) =>
        cluster.Client.PatchAsync<ReplicaSet>(ns, "web", Patch.Merge(new JsonObject { ["spec"] = new JsonObject { ["replicas"] = replicas } }));
}
