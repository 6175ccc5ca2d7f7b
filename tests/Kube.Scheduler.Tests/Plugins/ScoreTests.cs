using Kube.Api.Core.V1;
using Kube.Scheduler.Plugins;
using Kube.Testing;

namespace Kube.Scheduler.Tests.Plugins;

public class ScoreTests
{
    private const long Megabyte = 1024 * 1024;

    [Fact]
    public void NodeResourcesFit_FullerNode_ScoresLess()
    {
        var scene = new Scene()
            .Node(new NodeBuilder("empty").Capacity("4", "8Gi"))
            .Node(new NodeBuilder("half").Capacity("4", "8Gi"), new PodBuilder("p").Requests("2", "4Gi"));
        var scores = scene.Scores<NodeResourcesFit>(new PodBuilder("x").Requests("1", "2Gi"));
        Assert.Equal(75, scores["empty"]);
        Assert.Equal(25, scores["half"]);
    }

    [Fact]
    public void NodeResourcesFit_PodsThatAskNothing_CountWithDefaults()
    {
        var pods = Enumerable.Range(0, 10).Select(i => new PodBuilder($"p{i}")).ToArray();
        var scene = new Scene().Node(new NodeBuilder("a"), pods).Node(new NodeBuilder("b"));
        var scores = scene.Scores<NodeResourcesFit>(new PodBuilder("x"));
        Assert.True(scores["a"] < scores["b"]);
    }

    [Fact]
    public void NodeResourcesBalancedAllocation_EvenUse_ScoresBest()
    {
        var scene = new Scene()
            .Node(new NodeBuilder("even").Capacity("4", "4Gi"), new PodBuilder("p").Requests("1", "1Gi"))
            .Node(new NodeBuilder("skewed").Capacity("4", "4Gi"), new PodBuilder("q").Requests("3", "0"));
        var scores = scene.Scores<NodeResourcesBalancedAllocation>(new PodBuilder("x").Requests("1", "1Gi"));
        Assert.Equal(100, scores["even"]);
        Assert.Equal(62, scores["skewed"]);
    }

    [Fact]
    public void NodeResourcesBalancedAllocation_PodWithoutRequests_IsSkipped()
    {
        var scene = new Scene().Node(new NodeBuilder("a"));
        Assert.Equal(0, scene.Scores<NodeResourcesBalancedAllocation>(new PodBuilder("x"))["a"]);
    }

    [Fact]
    public void TaintToleration_PreferNoSchedule_ScoresByCount()
    {
        var scene = new Scene()
            .Node(new NodeBuilder("none"))
            .Node(new NodeBuilder("one").Taint("a", effect: "PreferNoSchedule"))
            .Node(new NodeBuilder("two").Taint("a", effect: "PreferNoSchedule").Taint("b", effect: "PreferNoSchedule"));
        var scores = scene.Scores<TaintToleration>(new PodBuilder("x"));
        Assert.Equal((100, 50, 0), (scores["none"], scores["one"], scores["two"]));
    }

    [Fact]
    public void NodeAffinity_Preferences_AddTheirWeights()
    {
        var scene = new Scene()
            .Node(new NodeBuilder("both").Label("disk", "ssd").Label("cpu", "fast"))
            .Node(new NodeBuilder("one").Label("disk", "ssd"))
            .Node(new NodeBuilder("none"));
        var pod = new PodBuilder("x").With(p => p.Spec!.Affinity = new Affinity
        {
            NodeAffinity = new Kube.Api.Core.V1.NodeAffinity { PreferredDuringSchedulingIgnoredDuringExecution = [Preference(1, "disk", "ssd"), Preference(3, "cpu", "fast")] },
        });
        var scores = scene.Scores<Scheduler.Plugins.NodeAffinity>(pod);
        Assert.Equal((100, 25, 0), (scores["both"], scores["one"], scores["none"]));
    }

    [Theory]
    [InlineData(10, 0)] // below the smallest size that counts
    [InlineData(2000, 100)]
    [InlineData(1023, 50)] // half of the nodes have it: counts with half its size
    public void ImageLocality_Size_Scores(int megabytes, long expected)
    {
        var scene = new Scene().Node(new NodeBuilder("has").Image("kube.local/echo:1", megabytes * Megabyte)).Node(new NodeBuilder("not"));
        var scores = scene.Scores<ImageLocality>(new PodBuilder("x").Image("kube.local/echo:1"));
        Assert.Equal(expected, scores["has"]);
        Assert.Equal(0, scores["not"]);
    }

    [Fact]
    public void ImageLocality_ImageWithoutTag_MeansLatest()
    {
        var scene = new Scene().Node(new NodeBuilder("has").Image("localhost:5000/echo:latest", 2000 * Megabyte));
        Assert.Equal(100, scene.Scores<ImageLocality>(new PodBuilder("x").Image("localhost:5000/echo"))["has"]);
    }

    private static PreferredSchedulingTerm Preference(int weight, string key, string value) => new()
    {
        Weight = weight,
        Preference = new NodeSelectorTerm { MatchExpressions = [new NodeSelectorRequirement { Key = key, Operator = "In", Values = [value] }] },
    };
}
