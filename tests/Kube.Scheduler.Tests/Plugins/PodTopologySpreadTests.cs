using Kube.Testing;

namespace Kube.Scheduler.Tests.Plugins;

public class PodTopologySpreadTests
{
    private const string Hostname = "kubernetes.io/hostname";
    private const string Zone = "topology.kubernetes.io/zone";
    private const string Skewed = "node(s) didn't match pod topology spread constraints";

    [Fact]
    public void Schedule_TenReplicasOnTwoNodes_FiveEach()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var scene = new Scene(seed).Service("app", "web").Node(new NodeBuilder("a")).Node(new NodeBuilder("b"));
            var placed = Enumerable.Range(0, 10).Select(i => scene.Schedule(Web($"web-{i}"))).ToArray();
            Assert.Equal((5, 5), (placed.Count(n => n == "a"), placed.Count(n => n == "b")));
        }
    }

    [Fact]
    public void Schedule_SixReplicasInTwoZonesOfUnequalSize_SpreadOverZonesFirst()
    {
        var scene = new Scene().Service("app", "web")
            .Node(new NodeBuilder("a1").Zone("a")).Node(new NodeBuilder("a2").Zone("a")).Node(new NodeBuilder("a3").Zone("a"))
            .Node(new NodeBuilder("b1").Zone("b"));
        var placed = Enumerable.Range(0, 4).Select(i => scene.Schedule(Web($"web-{i}"))).ToArray();
        Assert.Contains("b1", placed);
        Assert.True(placed.Count(n => n == "b1") <= 2);
    }

    [Fact]
    public void Filter_DoNotSchedule_KeepsSkewWithinLimit()
    {
        var scene = new Scene().Node(new NodeBuilder("a"), Web("p1")).Node(new NodeBuilder("b"));
        Assert.Equal(Skewed, scene.WhyNot(Strict("x", Hostname), "a"));
        Assert.Equal("b", scene.Decide(Strict("x", Hostname)).Node?.Name);
    }

    [Fact]
    public void Filter_TerminatingAndForeignPods_DoNotCount()
    {
        var scene = new Scene()
            .Node(new NodeBuilder("a"), Web("p1").Terminating(), new PodBuilder("p2", "other").Label("app", "web"))
            .Node(new NodeBuilder("b"));
        Assert.Null(scene.WhyNot(Strict("x", Hostname), "a"));
    }

    [Fact]
    public void Filter_NodeWithoutKey_SaysLabelIsMissing()
    {
        var scene = new Scene().Node(new NodeBuilder("a")).Node(new NodeBuilder("b").Zone("z"));
        Assert.Equal($"{Skewed} (missing required label)", scene.WhyNot(Strict("x", Zone), "a"));
    }

    [Fact]
    public void Filter_FewerDomainsThanMinDomains_TreatsTheMissingOneAsEmpty()
    {
        var scene = new Scene().Node(new NodeBuilder("a").Zone("z"), Web("p1"));
        var pod = Strict("x", Zone).With(p => p.Spec!.TopologySpreadConstraints![0].MinDomains = 2);
        Assert.Equal(Skewed, scene.WhyNot(pod, "a"));
    }

    [Theory]
    [InlineData("Honor", "b")]
    [InlineData("Ignore", null)] // the tainted node pulls the minimum to zero
    public void Filter_TaintedNode_CountsAsPolicySays(string policy, string? expected)
    {
        var scene = new Scene()
            .Node(new NodeBuilder("a"), Web("p1"), Web("p2"))
            .Node(new NodeBuilder("b"), Web("p3"))
            .Node(new NodeBuilder("c").Taint("no"));
        var pod = Strict("x", Hostname).With(p => p.Spec!.TopologySpreadConstraints![0].NodeTaintsPolicy = policy);
        Assert.Equal(expected, scene.Decide(pod).Node?.Name);
    }

    [Fact]
    public void Filter_MatchLabelKeys_CountOnlyTheSameRevision()
    {
        var scene = new Scene().Node(new NodeBuilder("a"), Web("p1").Label("rev", "1")).Node(new NodeBuilder("b"));
        var pod = Strict("x", Hostname).Label("rev", "2").With(p => p.Spec!.TopologySpreadConstraints![0].MatchLabelKeys = ["rev"]);
        Assert.Null(scene.WhyNot(pod, "a"));
    }

    [Fact]
    public void Score_ScheduleAnyway_PrefersEmptierDomain()
    {
        var scene = new Scene().Node(new NodeBuilder("a"), Web("p1"), Web("p2")).Node(new NodeBuilder("b"));
        var pod = Web("x").Spread(Hostname, 1, "ScheduleAnyway", "app", "web");
        var scores = scene.Scores<Scheduler.Plugins.PodTopologySpread>(pod);
        Assert.Equal(100, scores["b"]);
        Assert.Equal(0, scores["a"]);
    }

    private static PodBuilder Web(string name) => new PodBuilder(name).Label("app", "web");

    private static PodBuilder Strict(string name, string key) => Web(name).Spread(key, 1, "DoNotSchedule", "app", "web");
}
