using System.Text;
using Kube.Api;
using Kube.Api.Core.V1;
using Kube.Api.Scheduling;
using Kube.Client;
using Kube.Testing;

namespace Kube.Integration.Tests.Scheduling;

/// <summary>The scheduler's record as it is asked for through the API server.</summary>
public class DecisionTests
{
    [Fact]
    public async Task Ask_PodWaits_AnswersWithEveryNodesReasonAndTakesTheQuestionOff()
    {
        await using var cluster = await TestCluster.StartAsync(new NodeBuilder("node-a").Capacity("1"), new NodeBuilder("node-b").Taint("team", "x"));
        await SettledAsync(cluster);
        await cluster.Client.CreateAsync(new PodBuilder("big").Requests("2").With(p => p.Metadata!.Uid = null).Build());
        await cluster.Client.UntilAsync<Pod>("default", "big", p => p.Status?.Conditions?.Exists(c => c.Message?.Contains("1 Insufficient cpu, 1 node(s) had untolerated taint {team: x}", StringComparison.Ordinal) == true) == true);

        var (decision, pod) = await AskAsync(cluster, "big");
        Assert.Equal((2, "default-scheduler"), (decision.Nodes, decision.Scheduler));

        // Nodes that report themselves bring the pod back into the line, so where it stands at this moment is open.
        Assert.Contains(decision.State, (string[])[DecisionState.Unschedulable, DecisionState.BackOff, DecisionState.Queued]);
        var needs = decision.Refusals!.SelectMany(r => r.Examples!).ToDictionary(n => n.Name!, n => n.Needs!.Single());
        Assert.Equal(("cpu", "2", "1"), (needs["node-a"].Name, needs["node-a"].Wants, needs["node-a"].Of));
        Assert.Equal(("team", "x", "NoSchedule"), (needs["node-b"].Name, needs["node-b"].Wants, needs["node-b"].Of));
        Assert.False(pod.Metadata!.Annotations!.ContainsKey(DecisionAnnotation.Question));
        Assert.Equal("Unschedulable", pod.Status!.Conditions!.Single(c => c.Type == PodConditionType.PodScheduled).Reason);
    }

    [Fact]
    public async Task Ask_PodHasANode_AnswersWithScores()
    {
        await using var cluster = await TestCluster.StartAsync(new NodeBuilder("node-a"), new NodeBuilder("node-b"), new NodeBuilder("node-c"));
        await SettledAsync(cluster);
        await cluster.Client.CreateAsync(new PodBuilder("web").Requests("1").With(p => p.Metadata!.Uid = null).Build());
        await cluster.Client.UntilAsync<Pod>("default", "web", p => p.Status?.Phase == PodPhase.Running);

        var (decision, pod) = await AskAsync(cluster, "web");
        Assert.Equal((DecisionState.Scheduled, (int?)3, decision.Feasible), (decision.State, decision.LookedAt, (int?)decision.Candidates!.Count));
        Assert.Equal(pod.Spec!.NodeName, decision.Candidates[0].Node);
        Assert.Contains(decision.Candidates[0].Scores!, s => s is { Rule: "NodeResourcesFit", Score: > 0 });
    }

    /// <summary>New nodes are tainted until the controllers have seen that they are ready, and the scheduler has heard of it.</summary>
    private static Task SettledAsync(TestCluster cluster) =>
        cluster.Client.UntilAsync<Node>(null, nodes => nodes.All(n => n.Spec?.Taints?.Exists(t => t.Key!.StartsWith("node.kubernetes.io/", StringComparison.Ordinal)) != true));

    private static async Task<(SchedulingDecision Decision, Pod Pod)> AskAsync(TestCluster cluster, string name)
    {
        await cluster.Client.PatchAsync<Pod>("default", name, Patch.Merge("""{"metadata":{"annotations":{"kube.local/why":"q"}}}"""u8.ToArray()));
        var pod = await cluster.Client.UntilAsync<Pod>("default", name, p => p.Metadata?.Annotations?.ContainsKey(DecisionAnnotation.Answer) == true);
        var decision = ApiJson.Deserialize<SchedulingDecision>(Encoding.UTF8.GetBytes(pod.Metadata!.Annotations![DecisionAnnotation.Answer]));
        Assert.Equal("q", decision.Answers);
        return (decision, pod);
    }
}
