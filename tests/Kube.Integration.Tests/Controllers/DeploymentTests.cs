using System.Text.Json.Nodes;
using Kube.Api.Apps.V1;
using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;

namespace Kube.Integration.Tests.Controllers;

public class DeploymentTests(ControllerCluster cluster) : IClassFixture<ControllerCluster>
{
    [Fact]
    public async Task Create_Replicas_AllBecomeAvailable()
    {
        var ns = await CreateAsync(5);
        var deployment = await cluster.UntilAsync<Deployment>(ns, "web", d => d.IsComplete() && d.Reason("Progressing") == "NewReplicaSetAvailable");
        Assert.Equal("1", deployment.Revision());
        Assert.Equal("MinimumReplicasAvailable", deployment.Reason("Available"));
        var set = Assert.Single((await cluster.Client.ListAsync<ReplicaSet>(ns)).Items!);
        Assert.Equal(("1", "5"), (set.Revision(), set.Metadata!.Annotations!["deployment.kubernetes.io/desired-replicas"]));
        Assert.Equal($"web-{set.Metadata.Labels!["pod-template-hash"]}", set.Metadata.Name);
        await cluster.UntilAsync<Event>(ns, events => events.Any(e => e.Reason == "ScalingReplicaSet" && e.Message == $"Scaled up replica set {set.Metadata.Name} from 0 to 5"));
        Assert.Equal(5, (await cluster.Client.ListAsync<Pod>(ns)).Items!.Count);
    }

    [Fact]
    public async Task Update_NewImage_RollsWithinTheFences()
    {
        var ns = await CreateAsync(6, spec => spec.Strategy = Rolling(2, 0));
        await cluster.UntilAsync<Deployment>(ns, "web", d => d.IsComplete());
        var watched = WatchFencesAsync(await cluster.Client.ListAsync<ReplicaSet>(ns), ns, most: 8, leastAvailable: 6);
        await cluster.Client.SetImageAsync(ns, "v2");
        var sets = await cluster.UntilAsync<ReplicaSet>(ns, sets => sets.Any(set => set.Image() == "v2" && set.Status?.AvailableReplicas == 6)
            && sets.Any(set => set.Image() == "v1" && set.Status?.Replicas == 0));
        var deployment = await cluster.UntilAsync<Deployment>(ns, "web", d => d.IsComplete() && d.Revision() == "2");
        await watched;
        Assert.Equal(["1", "2"], sets.OrderBy(set => set.Image()).Select(set => set.Revision()));
        Assert.Equal(2, deployment.Metadata!.Generation);
    }

    [Fact]
    public async Task Undo_OldTemplate_OldSetComesBackWithANewRevision()
    {
        var ns = await CreateAsync(3);
        await cluster.UntilAsync<Deployment>(ns, "web", d => d.IsComplete());
        await cluster.Client.SetImageAsync(ns, "v2");
        await cluster.UntilAsync<Deployment>(ns, "web", d => d.IsComplete() && d.Revision() == "2");
        await cluster.Client.SetImageAsync(ns, "v1");
        await cluster.UntilAsync<Deployment>(ns, "web", d => d.IsComplete() && d.Revision() == "3");
        var sets = (await cluster.Client.ListAsync<ReplicaSet>(ns)).Items!;
        var back = sets.Single(set => set.Image() == "v1");
        Assert.Equal(2, sets.Count);
        Assert.Equal(("3", "1"), (back.Revision(), back.Metadata!.Annotations!["deployment.kubernetes.io/revision-history"]));
    }

    [Fact]
    public async Task Update_BrokenImage_StopsAtTheSurgeAndKeepsServing()
    {
        var ns = await CreateAsync(4, spec =>
        {
            spec.Strategy = Rolling(1, 0);
            spec.ProgressDeadlineSeconds = 2;
            spec.MinReadySeconds = 0;
        });
        await cluster.UntilAsync<Deployment>(ns, "web", d => d.IsComplete());
        await cluster.Client.SetImageAsync(ns, "broken");
        var stuck = await cluster.UntilAsync<Deployment>(ns, "web", d => d.Reason("Progressing") == "ProgressDeadlineExceeded");
        Assert.Equal((5, 1, 4, 1), (stuck.Status!.Replicas, stuck.Status.UpdatedReplicas, stuck.Status.AvailableReplicas, stuck.Status.UnavailableReplicas));
        Assert.Equal("MinimumReplicasAvailable", stuck.Reason("Available"));
        await cluster.Client.SetImageAsync(ns, "v1");
        await cluster.UntilAsync<Deployment>(ns, "web", d => d.IsComplete() && d.Reason("Progressing") == "NewReplicaSetAvailable");
    }

    [Fact]
    public async Task Pause_ThenUpdate_NothingHappensUntilResume()
    {
        var ns = await CreateAsync(2);
        await cluster.UntilAsync<Deployment>(ns, "web", d => d.IsComplete());
        await cluster.Client.PatchSpecAsync(ns, new JsonObject { ["paused"] = true });
        await cluster.Client.SetImageAsync(ns, "v2");
        var scaled = await cluster.Client.PatchSpecAsync(ns, new JsonObject { ["replicas"] = 4 });
        var paused = await cluster.UntilAsync<Deployment>(ns, "web", d => d.Status?.ObservedGeneration == scaled.Metadata!.Generation && d.Status?.AvailableReplicas == 4);
        Assert.Equal("DeploymentPaused", paused.Reason("Progressing"));
        Assert.Null(paused.Status!.UpdatedReplicas);
        Assert.Equal("v1", Assert.Single((await cluster.Client.ListAsync<ReplicaSet>(ns)).Items!).Image());

        await cluster.Client.PatchSpecAsync(ns, new JsonObject { ["paused"] = false });
        await cluster.UntilAsync<Deployment>(ns, "web", d => d.IsComplete() && d.Revision() == "2");
    }

    [Fact]
    public async Task Scale_MidRollout_IsSharedInProportion()
    {
        var ns = await CreateAsync(10, spec => spec.Strategy = Rolling(3, 2));
        await cluster.UntilAsync<Deployment>(ns, "web", d => d.IsComplete());
        await cluster.Client.SetImageAsync(ns, "broken");
        await cluster.UntilAsync<ReplicaSet>(ns, sets => Sizes(sets) is (8, 5));
        await cluster.Client.PatchSpecAsync(ns, new JsonObject { ["replicas"] = 15 });
        // 13 pods become 18: 8 and 5 grow to 11 and 7.
        await cluster.UntilAsync<ReplicaSet>(ns, sets => Sizes(sets) is (11, 7));
    }

    [Fact]
    public async Task Recreate_NewImage_NeverBothVersions()
    {
        var ns = await CreateAsync(3, spec => spec.Strategy = new DeploymentStrategy { Type = "Recreate" });
        await cluster.UntilAsync<Deployment>(ns, "web", d => d.IsComplete());
        var before = await cluster.Client.ListAsync<Pod>(ns);
        await cluster.Client.SetImageAsync(ns, "v2");
        await cluster.UntilAsync<Deployment>(ns, "web", d => d.IsComplete() && d.Revision() == "2");
        var after = await cluster.Client.ListAsync<Pod>(ns);
        Assert.All(after.Items!, pod => Assert.Equal("v2", pod.Spec!.Containers![0].Image));
        Assert.Empty(after.Items!.Select(pod => pod.Metadata!.Name).Intersect(before.Items!.Select(pod => pod.Metadata!.Name)));
    }

    [Fact]
    public async Task Update_ManyTimes_KeepsOnlyTheHistoryAskedFor()
    {
        var ns = await CreateAsync(1, spec => spec.RevisionHistoryLimit = 1);
        for (var version = 2; version <= 4; version++)
        {
            await cluster.UntilAsync<Deployment>(ns, "web", d => d.IsComplete() && d.Revision() == $"{version - 1}");
            await cluster.Client.SetImageAsync(ns, $"v{version}");
        }

        var sets = await cluster.UntilAsync<ReplicaSet>(ns, sets => sets.Count == 2 && sets.Any(set => set.Image() == "v4"));
        Assert.Equal(["v3", "v4"], sets.Select(set => set.Image()!).Order());
    }

    [Fact]
    public async Task MinReadySeconds_Set_AvailableOnlyAfterThem()
    {
        var ns = await CreateAsync(1, spec => spec.MinReadySeconds = 2);
        var ready = await cluster.UntilAsync<Deployment>(ns, "web", d => d.Status?.ReadyReplicas == 1);
        Assert.Null(ready.Status!.AvailableReplicas);
        await cluster.UntilAsync<Deployment>(ns, "web", d => d.IsComplete());
    }

    [Fact]
    public async Task Create_NameOfItsSetIsTaken_TriesAnotherHash()
    {
        var probe = await CreateAsync(1);
        var taken = Assert.Single(await cluster.UntilAsync<ReplicaSet>(probe, sets => sets.Count == 1)).Metadata!.Name!;
        var ns = await cluster.NewNamespaceAsync();
        var stranger = Workloads.ReplicaSet(ns, 0, taken);
        stranger.Spec!.Selector!.MatchLabels = new() { ["app"] = "stranger" };
        stranger.Spec.Template!.Metadata!.Labels = new() { ["app"] = "stranger" };
        await cluster.Client.CreateAsync(stranger);
        await cluster.Client.CreateAsync(Workloads.Deployment(ns, 1));
        var deployment = await cluster.UntilAsync<Deployment>(ns, "web", d => d.IsComplete());
        Assert.Equal(1, deployment.Status!.CollisionCount);
    }

    private static DeploymentStrategy Rolling(int maxSurge, int maxUnavailable) => new()
    {
        Type = "RollingUpdate",
        RollingUpdate = new RollingUpdateDeployment { MaxSurge = maxSurge, MaxUnavailable = maxUnavailable },
    };

    private static (int?, int?) Sizes(IReadOnlyList<ReplicaSet> sets) =>
        (sets.SingleOrDefault(set => set.Image() == "v1")?.Spec?.Replicas, sets.SingleOrDefault(set => set.Image() != "v1")?.Spec?.Replicas);

    private async Task<string> CreateAsync(int replicas, Action<DeploymentSpec>? with = null)
    {
        var ns = await cluster.NewNamespaceAsync();
        await cluster.Client.CreateAsync(Workloads.Deployment(ns, replicas, with: with));
        return ns;
    }

    /// <summary>Follows every state of the ReplicaSets, in the order they were written, until the update is complete.</summary>
    private async Task WatchFencesAsync(KubeList<ReplicaSet> start, string ns, int most, int leastAvailable)
    {
        var sets = start.Items!.ToDictionary(set => set.Image()!);
        await foreach (var change in cluster.Client.WatchAsync<ReplicaSet>(ns, new() { ResourceVersion = start.Metadata!.ResourceVersion, AllowWatchBookmarks = false }))
        {
            sets[change.Object.Image()!] = change.Object;
            var (wanted, available) = (sets.Values.Sum(set => set.Spec!.Replicas), sets.Values.Sum(set => set.Status?.AvailableReplicas ?? 0));
            Assert.True(wanted <= most, $"{wanted} replicas");
            Assert.True(available >= leastAvailable, $"{available} available");
            if (sets.GetValueOrDefault("v2")?.Status?.AvailableReplicas == leastAvailable && sets["v1"].Status?.Replicas == 0)
            {
                return;
            }
        }
    }
}
