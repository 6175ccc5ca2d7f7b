using Kube.Api;
using Kube.Api.Apps.V1;
using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;
using Kube.Client;
using Kube.Testing;

namespace Kube.Integration.Tests.Scheduling;

public class DeploymentTests
{
    [Fact]
    public async Task Create_TwoNodes_PodsRunSpreadEvenly()
    {
        await using var cluster = await TestCluster.StartAsync(new NodeBuilder("node-a"), new NodeBuilder("node-b"));
        await cluster.Client.CreateAsync(Deployment("web", 10));
        await AvailableAsync(cluster, 10);
        var pods = await cluster.Client.ListAsync<Pod>("default");
        Assert.Equal([5, 5], pods.Items!.GroupBy(p => p.Spec!.NodeName).Select(g => g.Count()));
        var events = await cluster.Client.UntilAsync<Event>("default", all => all.Count(e => e.Reason == "Scheduled") == 10);
        Assert.All(events.Where(e => e.Reason == "Scheduled"), e => Assert.StartsWith("Successfully assigned default/web-", e.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Scale_UpAndDown_PodsFollow()
    {
        await using var cluster = await TestCluster.StartAsync(new NodeBuilder("node-a"), new NodeBuilder("node-b"));
        await cluster.Client.CreateAsync(Deployment("web", 2));
        await AvailableAsync(cluster, 2);
        foreach (var replicas in (int[])[20, 3, 0])
        {
            await ScaleAsync(cluster, replicas);
            await cluster.Client.UntilAsync<Pod>("default", pods => pods.Count == replicas && pods.All(p => p.Status?.Phase == PodPhase.Running));
        }
    }

    [Fact]
    public async Task Create_NodeTooSmall_PendingPodsSayWhyAndRunWhenANodeIsAdded()
    {
        await using var cluster = await TestCluster.StartAsync(new NodeBuilder("node-a").Capacity("1"), new NodeBuilder("node-b").Taint("team", "x"));
        await cluster.Client.CreateAsync(Deployment("web", 4, cpu: "500m"));
        const string Message = "0/2 nodes are available: 1 Insufficient cpu, 1 node(s) had untolerated taint {team: x}. "
            + "preemption: 0/2 nodes are available: 1 No preemption victims found for incoming pod, 1 Preemption is not helpful for scheduling.";
        await cluster.Client.UntilAsync<Pod>("default", pods => pods.Count(p => Unschedulable(p) == Message) == 2);
        await cluster.Client.UntilAsync<Event>("default", all => all.Any(e => e is { Reason: "FailedScheduling", Message: Message }));

        await cluster.AddNodeAsync(new NodeBuilder("node-c"));
        await AvailableAsync(cluster, 4);
        var pods = await cluster.Client.ListAsync<Pod>("default");
        Assert.Equal(2, pods.Items!.Count(p => p.Spec!.NodeName == "node-c"));
        Assert.All(pods.Items!, p => Assert.Equal("True", Scheduled(p)?.Status));
    }

    [Fact]
    public async Task DeletePod_OfDeployment_IsReplaced()
    {
        await using var cluster = await TestCluster.StartAsync(new NodeBuilder("node-a"));
        await cluster.Client.CreateAsync(Deployment("web", 3));
        await AvailableAsync(cluster, 3);
        var victim = (await cluster.Client.ListAsync<Pod>("default")).Items![0].Metadata!;
        await cluster.Client.DeleteAsync<Pod>("default", victim.Name!);
        await cluster.Client.UntilAsync<Pod>("default", pods => pods.Count == 3 && pods.All(p => p.Metadata!.Uid != victim.Uid && p.Status?.Phase == PodPhase.Running));
    }

    [Fact]
    public async Task DeleteDeployment_Background_TakesEverythingWithIt()
    {
        await using var cluster = await TestCluster.StartAsync(new NodeBuilder("node-a"));
        await cluster.Client.CreateAsync(Deployment("web", 3));
        await AvailableAsync(cluster, 3);
        await cluster.Client.DeleteAsync<Deployment>("default", "web");
        await cluster.Client.UntilAsync<ReplicaSet>("default", sets => sets.Count == 0);
        await cluster.Client.UntilAsync<Pod>("default", pods => pods.Count == 0);
    }

    [Fact]
    public async Task Update_NewImage_RollsWithoutGoingBelowTheFloor()
    {
        await using var cluster = await TestCluster.StartAsync(new NodeBuilder("node-a"), new NodeBuilder("node-b"));
        await cluster.Client.CreateAsync(Deployment("web", 4));
        await AvailableAsync(cluster, 4);
        await PatchAsync(cluster, """{"spec":{"template":{"spec":{"containers":[{"name":"main","image":"kube.local/echo:2"}]}}}}""");
        var fewest = 4;
        await cluster.Client.UntilAsync<Pod>("default", pods =>
        {
            fewest = Math.Min(fewest, pods.Count(p => p.Metadata!.DeletionTimestamp is null && p.Status?.Phase == PodPhase.Running));
            return pods.Count == 4 && pods.All(p => p.Spec!.Containers![0].Image == "kube.local/echo:2" && p.Status?.Phase == PodPhase.Running);
        });
        Assert.True(fewest >= 3, $"only {fewest} of 4 were running");
    }

    [Fact]
    public async Task Pod_WithSchedulingGate_WaitsUntilItFalls()
    {
        await using var cluster = await TestCluster.StartAsync(new NodeBuilder("node-a"));
        await cluster.Client.CreateAsync(new PodBuilder("gated").Gate("example.com/wait").With(p => p.Metadata!.Uid = null).Build());
        await cluster.Client.CreateAsync(new PodBuilder("free").With(p => p.Metadata!.Uid = null).Build());
        await cluster.Client.UntilAsync<Pod>("default", "free", p => p.Status?.Phase == PodPhase.Running);
        var gated = await cluster.Client.GetAsync<Pod>("default", "gated");
        Assert.Equal("SchedulingGated", Scheduled(gated)?.Reason);
        await cluster.Client.PatchAsync<Pod>("default", "gated", Patch.Merge("""{"spec":{"schedulingGates":null}}"""u8.ToArray()));
        await cluster.Client.UntilAsync<Pod>("default", "gated", p => p.Status?.Phase == PodPhase.Running);
    }

    private static Deployment Deployment(string name, int replicas, string cpu = "10m") => new()
    {
        Metadata = new ObjectMeta { Name = name, Namespace = "default" },
        Spec = new DeploymentSpec
        {
            Replicas = replicas,
            Selector = new LabelSelector { MatchLabels = new() { ["app"] = name } },
            Template = new PodTemplateSpec
            {
                Metadata = new ObjectMeta { Labels = new() { ["app"] = name } },
                Spec = new PodSpec
                {
                    Containers = [new Container { Name = "main", Image = "kube.local/echo:1", Resources = new ResourceRequirements { Requests = new() { ["cpu"] = Quantity.Parse(cpu) } } }],
                },
            },
        },
    };

    private static Task<Deployment> AvailableAsync(TestCluster cluster, int replicas) =>
        cluster.Client.UntilAsync<Deployment>("default", "web", d => d.Status?.AvailableReplicas == replicas && d.Status.UpdatedReplicas == replicas);

    private static Task ScaleAsync(TestCluster cluster, int replicas) => PatchAsync(cluster, $$$"""{"spec":{"replicas":{{{replicas}}}}}""");

    private static Task PatchAsync(TestCluster cluster, string patch) =>
        cluster.Client.PatchAsync<Deployment>("default", "web", Patch.Strategic(System.Text.Encoding.UTF8.GetBytes(patch)));

    private static PodCondition? Scheduled(Pod pod) => pod.Status?.Conditions?.Find(c => c.Type == PodConditionType.PodScheduled);

    private static string? Unschedulable(Pod pod) => Scheduled(pod) is { Status: "False", Reason: "Unschedulable" } condition ? condition.Message : null;
}
