using System.Text.Json.Nodes;
using Kube.Api;
using Kube.Api.Apps.V1;
using Kube.Api.Coordination.V1;
using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;
using Kube.Client;
using Kube.Controllers;

namespace Kube.Integration.Tests.Controllers;

/// <summary>A cluster whose nodes count as dead after a second and whose pods leave a second later.</summary>
public sealed class ImpatientCluster : ControllerCluster
{
    /// <inheritdoc />
    protected override ControllerManagerOptions Options => new()
    {
        NodeMonitorGracePeriod = TimeSpan.FromSeconds(2),
        OrphanedPodQuarantine = TimeSpan.FromSeconds(1),
    };

    /// <inheritdoc />
    protected override long TolerationSeconds => 1;

    /// <summary>Renews a node's Lease until cancelled, as its kubelet would.</summary>
    public async Task BeatAsync(string node, CancellationToken ct)
    {
        await Client.CreateAsync(new Lease { Metadata = new ObjectMeta { Name = node, Namespace = "kube-node-lease" }, Spec = new LeaseSpec { HolderIdentity = node } }, ct);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(300), TimeProvider.System);
        try
        {
            while (await timer.WaitForNextTickAsync(ct))
            {
                var renewal = new Lease { Spec = new LeaseSpec { RenewTime = TimeProvider.System.GetUtcNow().UtcDateTime } };
                await Client.PatchAsync<Lease>("kube-node-lease", node, Patch.Merge(renewal), ct);
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The kubelet dies.
        }
    }
}

public class NodeDeathTests(ImpatientCluster cluster) : IClassFixture<ImpatientCluster>
{
    [Fact]
    public async Task Heartbeats_Stop_PodsAreReplacedElsewhere()
    {
        using var stop = new CancellationTokenSource();
        using var die = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
        var beats = Task.WhenAll(cluster.BeatAsync("node-a", stop.Token), cluster.BeatAsync("node-b", die.Token));
        await RecoverAsync("node-a");
        await RecoverAsync("node-b");
        var ns = await cluster.NewNamespaceAsync();
        await cluster.Client.CreateAsync(Workloads.ReplicaSet(ns, 4));
        var pods = await cluster.UntilAsync<Pod>(ns, list => list.Count == 4 && list.All(IsReady));
        var lost = pods.Where(pod => pod.Spec!.NodeName == "node-b").Select(pod => pod.Metadata!.Name!).ToHashSet();
        Assert.NotEmpty(lost);

        cluster.Kill("node-b");
        await die.CancelAsync();
        var dead = await cluster.UntilAsync<Node>(null, "node-b", node => Has(node, "node.kubernetes.io/unreachable", "NoExecute"));
        Assert.True(Has(dead, "node.kubernetes.io/unreachable", "NoSchedule"));
        var ready = dead.Status!.Conditions!.Single(condition => condition.Type == "Ready");
        Assert.Equal(("Unknown", "NodeStatusUnknown", "Kubelet stopped posting node status."), (ready.Status, ready.Reason, ready.Message));

        // Replaced, and the lost ones stay as they are: nobody can say that they have ended.
        var after = await cluster.UntilAsync<Pod>(ns, list => list.Count(pod => pod.Spec!.NodeName == "node-a" && IsReady(pod)) == 4
            && list.Where(pod => lost.Contains(pod.Metadata!.Name!)).All(pod => pod.Metadata!.DeletionTimestamp is not null && !IsReady(pod)));
        Assert.Equal(4 + lost.Count, after.Count);
        await cluster.UntilAsync<ReplicaSet>(ns, "web", set => set.Status is { Replicas: 4, ReadyReplicas: 4 });

        await cluster.Client.DeleteAsync<Node>(null, "node-b");
        await cluster.UntilAsync<Pod>(ns, list => list.Count == 4 && !list.Any(pod => lost.Contains(pod.Metadata!.Name!)));
        await stop.CancelAsync();
        await beats;
    }

    [Fact]
    public async Task PodCidr_NewNode_GetsAFreeBlock()
    {
        var nodes = await cluster.UntilAsync<Node>(null, list => list.Count >= 1 && list.All(node => node.Spec?.PodCIDR is not null));
        Assert.Equal(nodes.Count, nodes.Select(node => node.Spec!.PodCIDR).Distinct().Count());
        Assert.All(nodes, node => Assert.Equal([node.Spec!.PodCIDR!], node.Spec.PodCIDRs!));
        Assert.All(nodes, node => Assert.StartsWith("10.244.", node.Spec!.PodCIDR, StringComparison.Ordinal));
    }

    /// <summary>What a kubelet reports when it is well; and waits until the taints have gone.</summary>
    private async Task RecoverAsync(string node)
    {
        var conditions = new JsonArray(new JsonObject { ["type"] = "Ready", ["status"] = "True", ["reason"] = "KubeletReady" });
        await cluster.Client.PatchAsync<Node>(null, node, Patch.Strategic(new JsonObject { ["status"] = new JsonObject { ["conditions"] = conditions } }), subresource: "status");
        await cluster.UntilAsync<Node>(null, node, n => n.Spec?.Taints is null or { Count: 0 });
    }

    private static bool Has(Node node, string taint, string effect) => node.Spec?.Taints?.Exists(t => t.Key == taint && t.Effect == effect) == true;

    private static bool IsReady(Pod pod) => pod.Status?.Conditions?.Exists(condition => condition is { Type: "Ready", Status: "True" }) == true;
}
