using Kube.Api.Core.V1;
using Kube.Scheduler.Scheduling;
using Kube.Testing;

namespace Kube.Scheduler.Tests.Scheduling;

public class DeciderTests
{
    [Fact]
    public void Decide_NoNodeFits_CountsReasonsAsKubernetesWordsThem()
    {
        var scene = new Scene()
            .Node(new NodeBuilder("full").Capacity("1"), new PodBuilder("p").Requests("1"))
            .Node(new NodeBuilder("sick1").Taint("node.kubernetes.io/not-ready"))
            .Node(new NodeBuilder("sick2").Taint("node.kubernetes.io/not-ready"));
        var decision = scene.Decide(new PodBuilder("x").Requests("500m"));
        Assert.Null(decision.Node);
        Assert.Equal(
            "0/3 nodes are available: 1 Insufficient cpu, 2 node(s) had untolerated taint {node.kubernetes.io/not-ready: }.",
            decision.Diagnosis.ToString());
        Assert.Equal(["NodeResourcesFit", "TaintToleration"], decision.Diagnosis.Rejectors.Select(r => r.Name).Order());
    }

    [Fact]
    public void Decide_ReasonsOfOneNode_AreAllCounted()
    {
        var scene = new Scene().Node(new NodeBuilder("small").Capacity("1", "1Gi")).Node(new NodeBuilder("tiny").Capacity("1", "4Gi"));
        var decision = scene.Decide(new PodBuilder("x").Requests("2", "2Gi"));
        Assert.Equal("0/2 nodes are available: 1 Insufficient memory, 2 Insufficient cpu.", decision.Diagnosis.ToString());
    }

    [Fact]
    public void Decide_ConflictingNames_RejectsBeforeAnyNode()
    {
        var scene = new Scene().Node(new NodeBuilder("a")).Node(new NodeBuilder("b"));
        var decision = scene.Decide(new PodBuilder("x").With(p => p.Spec!.Affinity = Named(["a"], ["b"])));
        Assert.Equal("0/2 nodes are available: pod affinity terms conflict.", decision.Diagnosis.ToString());
    }

    [Fact]
    public void Decide_NamedNodeMissing_SaysSoForAllNodes()
    {
        var scene = new Scene().Node(new NodeBuilder("a")).Node(new NodeBuilder("b"));
        var decision = scene.Decide(new PodBuilder("x").With(p => p.Spec!.Affinity = Named(["c"])));
        Assert.Equal("0/2 nodes are available: 2 node(s) didn't satisfy plugin(s) [NodeAffinity].", decision.Diagnosis.ToString());
    }

    [Fact]
    public void Decide_EqualNodes_SameSeedSameChoice()
    {
        static string[] Run(int seed)
        {
            var scene = new Scene(seed);
            for (var i = 0; i < 10; i++)
            {
                scene.Node(new NodeBuilder($"n{i}"));
            }

            return [.. Enumerable.Range(0, 20).Select(i => scene.Schedule(new PodBuilder($"p{i}"))!)];
        }

        Assert.Equal(Run(7), Run(7));
        Assert.NotEqual(Run(7), Run(8));
        Assert.True(Run(7).Distinct().Count() == 10, "twenty pods on ten equal nodes use all of them");
    }

    [Theory]
    [InlineData(3, 3)]
    [InlineData(100, 100)]
    [InlineData(200, 100)]
    [InlineData(1000, 420)]
    [InlineData(5000, 500)]
    [InlineData(10000, 500)]
    public void NodesToFind_ClusterSize_LooksAtAShrinkingShare(int nodes, int expected) => Assert.Equal(expected, Decider.NodesToFind(nodes));

    [Fact]
    public void Decide_LargeCluster_StartsWhereTheLastWalkEnded()
    {
        var scene = new Scene();
        for (var i = 0; i < 300; i++)
        {
            scene.Node(new NodeBuilder($"n{i:000}"));
        }

        var used = Enumerable.Range(0, 300).Select(i => scene.Schedule(new PodBuilder($"p{i}").Requests("1"))).ToHashSet();
        Assert.True(used.Count > 200, $"only {used.Count} of 300 nodes used");
    }

    [Fact]
    public void Decide_RoomPromisedToAnImportantPod_IsNotGivenAway()
    {
        var scene = new Scene().Node(new NodeBuilder("a").Capacity("1"))
            .Nominate(new PodBuilder("vip").Priority(100).Requests("800m"), "a");
        Assert.Equal("0/1 nodes are available: 1 Insufficient cpu.", scene.Decide(new PodBuilder("x").Requests("500m")).Diagnosis.ToString());
        Assert.Equal("a", scene.Decide(new PodBuilder("y").Priority(200).Requests("500m")).Node?.Name);
    }

    private static Affinity Named(params string[][] fields) => new()
    {
        NodeAffinity = new NodeAffinity
        {
            RequiredDuringSchedulingIgnoredDuringExecution = new NodeSelector
            {
                NodeSelectorTerms =
                [
                    new NodeSelectorTerm
                    {
                        MatchFields = [.. fields.Select(values => new NodeSelectorRequirement { Key = "metadata.name", Operator = "In", Values = [.. values] })],
                    },
                ],
            },
        },
    };
}
