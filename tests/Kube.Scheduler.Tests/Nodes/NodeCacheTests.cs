using Kube.Scheduler.Nodes;
using Kube.Testing;

namespace Kube.Scheduler.Tests.Nodes;

public class NodeCacheTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly Snapshot _snapshot = new();
    private readonly NodeCache _cache;

    public NodeCacheTests()
    {
        _cache = new NodeCache(_time, TimeSpan.FromSeconds(30));
        _cache.SetNode(new NodeBuilder("a").Build());
        _cache.SetNode(new NodeBuilder("b").Build());
    }

    [Fact]
    public void Update_OneNodeChanged_CopiesOnlyThatNode()
    {
        var before = Nodes();
        _cache.SetPod(Facts(Pod().On("a")));
        var after = Nodes();
        Assert.NotSame(before["a"], after["a"]);
        Assert.Same(before["b"], after["b"]);
        Assert.True(after["a"].Generation > before["a"].Generation);
        Assert.Empty(before["a"].Pods);
    }

    [Fact]
    public void Assume_ThenConfirmed_CountsOnce()
    {
        Assert.True(_cache.Assume(Facts(Pod()), "a"));
        Assert.False(_cache.Assume(Facts(Pod()), "b"));
        _cache.SetPod(Facts(Pod().On("a")));
        Assert.Equal(500, Nodes()["a"].Requested.MilliCpu);
        Assert.False(_cache.IsAssumed("uid-default-x"));
    }

    [Fact]
    public void Assume_ConfirmedElsewhere_MovesTheCount()
    {
        _cache.Assume(Facts(Pod()), "a");
        _cache.SetPod(Facts(Pod().On("b")));
        Assert.Equal((0, 500), (Nodes()["a"].Requested.MilliCpu, Nodes()["b"].Requested.MilliCpu));
    }

    [Fact]
    public void Forget_AssumedPod_GivesTheRoomBack()
    {
        _cache.Assume(Facts(Pod()), "a");
        Assert.True(_cache.Forget(Facts(Pod())));
        Assert.Equal(0, Nodes()["a"].Requested.MilliCpu);
        Assert.Empty(Nodes()["a"].UsedPorts);
    }

    [Fact]
    public void Forget_ConfirmedPod_Stays()
    {
        _cache.SetPod(Facts(Pod().On("a")));
        Assert.False(_cache.Forget(Facts(Pod())));
        Assert.Single(Nodes()["a"].Pods);
    }

    [Fact]
    public void ExpireAssumed_OnlyAfterBindingAndLifetime()
    {
        _cache.Assume(Facts(Pod()), "a");
        _time.Advance(TimeSpan.FromHours(1));
        Assert.Empty(_cache.ExpireAssumed());
        _cache.FinishBinding(Facts(Pod()));
        _time.Advance(TimeSpan.FromSeconds(29));
        Assert.Empty(_cache.ExpireAssumed());
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(["uid-default-x"], _cache.ExpireAssumed());
        Assert.Empty(Nodes()["a"].Pods);
    }

    [Fact]
    public void SetPod_NodeNotKnownYet_IsCountedWhenTheNodeAppears()
    {
        _cache.SetPod(Facts(Pod().On("c")));
        Assert.DoesNotContain("c", Nodes().Keys);
        _cache.SetNode(new NodeBuilder("c").Build());
        Assert.Equal(500, Nodes()["c"].Requested.MilliCpu);
    }

    [Fact]
    public void RemoveNode_WithPods_LeavesTheSnapshotAndKeepsThePods()
    {
        _cache.SetPod(Facts(Pod().On("a")));
        _cache.RemoveNode("a");
        Assert.DoesNotContain("a", Nodes().Keys);
        _cache.SetNode(new NodeBuilder("a").Build());
        Assert.Single(Nodes()["a"].Pods);
    }

    [Fact]
    public void Update_SeveralZones_TakeTurns()
    {
        var cache = new NodeCache(_time, TimeSpan.Zero);
        foreach (var (name, zone) in new[] { ("a1", "a"), ("a2", "a"), ("a3", "a"), ("b1", "b"), ("b2", "b") })
        {
            cache.SetNode(new NodeBuilder(name).Zone(zone).Build());
        }

        cache.Update(_snapshot);
        Assert.Equal(["a1", "b1", "a2", "b2", "a3"], _snapshot.Nodes.Select(n => n.Name));
    }

    [Fact]
    public void Shapes_PodsOfOneTemplate_AreOneCounter()
    {
        for (var i = 0; i < 5; i++)
        {
            _cache.SetPod(Facts(new PodBuilder($"w{i}").Label("app", "web").On("a")));
        }

        _cache.RemovePod("uid-default-w0");
        var shape = Assert.Single(Nodes()["a"].Shapes);
        Assert.Equal((4, 4), (shape.All, shape.Staying));
    }

    private static PodBuilder Pod() => new PodBuilder("x").Requests("500m").HostPort(80);

    private static PodFacts Facts(PodBuilder pod) => new(pod.Build());

    private Dictionary<string, NodeInfo> Nodes()
    {
        _cache.Update(_snapshot);
        return _snapshot.Nodes.ToDictionary(n => n.Name);
    }
}
