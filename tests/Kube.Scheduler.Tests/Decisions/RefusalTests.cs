using Kube.Api.Core.V1;
using Kube.Api.Scheduling;
using Kube.Scheduler.Decisions;
using Kube.Scheduler.Nodes;
using Kube.Testing;

namespace Kube.Scheduler.Tests.Decisions;

/// <summary>What is recorded of the nodes that refused a pod: the rule, the reason, and what the nearest of them lack.</summary>
public class RefusalTests
{
    private const string Host = "kubernetes.io/hostname";

    public static TheoryData<string, NodeBuilder, PodBuilder, string> Refusals => new()
    {
        { "cpu", new NodeBuilder("a").Capacity("4"), new PodBuilder("x").Requests("4500m"), "NodeResourcesFit: Resource cpu wants 4500m has 4 of 4" },
        { "memory", new NodeBuilder("a").Capacity("4", "1Gi"), new PodBuilder("x").Requests("1", "3Gi"), "NodeResourcesFit: Resource memory wants 3Gi has 1Gi of 1Gi" },
        { "pods", new NodeBuilder("a").Capacity("4", "1Gi", "0"), new PodBuilder("x"), "NodeResourcesFit: Resource pods wants 1 has 0 of 0" },
        { "extended", new NodeBuilder("a").Resource("example.com/gpu", "1"), new PodBuilder("x").Request("example.com/gpu", "2"), "NodeResourcesFit: Resource example.com/gpu wants 2 has 1 of 1" },
        { "taint", new NodeBuilder("a").Taint("team", "x"), new PodBuilder("x"), "TaintToleration: Taint team wants x of NoSchedule" },
        { "two taints", new NodeBuilder("a").Taint("team", "x").Taint("old", null, "NoExecute"), new PodBuilder("x"), "TaintToleration: Taint team wants x of NoSchedule; Taint old of NoExecute" },
        { "cordon", new NodeBuilder("a").Cordoned(), new PodBuilder("x"), "NodeUnschedulable: Cordon" },
        { "label", new NodeBuilder("a").Label("disk", "hdd"), new PodBuilder("x").NodeSelector("disk", "ssd"), "NodeAffinity: Label disk wants ssd has hdd of In" },
        { "affinity", new NodeBuilder("a"), new PodBuilder("x").With(p => p.Spec!.Affinity = Zones("a", "b")), "NodeAffinity: Label zone wants a,b of In" },
        { "spread", new NodeBuilder("a"), new PodBuilder("x").Spread("zone", 1, "DoNotSchedule", "app", "x"), "PodTopologySpread: Label zone of Exists" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Of_NodeRefuses_SaysWhatItLacks(string what, NodeBuilder node, PodBuilder pod, string expected)
    {
        Assert.NotEmpty(what);
        Assert.Equal(expected, Text(Assert.Single(Refused(new Scene().Node(node), pod))));
    }

    [Fact]
    public void Of_PortTaken_NamesThePodThatHasIt()
    {
        var scene = new Scene().Node(new NodeBuilder("a"), new PodBuilder("first").HostPort(80));
        Assert.Equal("NodePorts: Port TCP wants 80 has default/first", Text(Assert.Single(Refused(scene, new PodBuilder("x").HostPort(80)))));
    }

    [Fact]
    public void Of_ZonesWouldBeUneven_SaysHowMany()
    {
        var scene = new Scene().Node(new NodeBuilder("a").Zone("a").Capacity("1"), new PodBuilder("one").Label("app", "x").Requests("1"), new PodBuilder("two").Label("app", "x"))
            .Node(new NodeBuilder("b").Zone("b").Taint("team"));
        var refusals = Refused(scene, new PodBuilder("x").Label("app", "x").Spread("topology.kubernetes.io/zone", 1, "DoNotSchedule", "app", "x"));
        Assert.Equal(2, refusals.Count);
        Assert.Contains("PodTopologySpread: Spread topology.kubernetes.io/zone=a wants 3 has 0 of 1", refusals.Select(Text));
    }

    [Fact]
    public void Of_PodsKeepAway_NamesSelectorAndPlace()
    {
        var scene = new Scene().Node(new NodeBuilder("a").Label(Host, "a"), new PodBuilder("other").Label("app", "x"));
        var away = new PodBuilder("x").With(p => p.Spec!.Affinity = new Affinity
        {
            PodAntiAffinity = new PodAntiAffinity { RequiredDuringSchedulingIgnoredDuringExecution = [Term()] },
        });
        Assert.Equal($"InterPodAffinity: Distance {Host} wants app=x has a", Text(Assert.Single(Refused(scene, away))));
        var near = new PodBuilder("x").With(p => p.Spec!.Affinity = new Affinity
        {
            PodAffinity = new PodAffinity { RequiredDuringSchedulingIgnoredDuringExecution = [Term()] },
        });
        Assert.Equal($"InterPodAffinity: Company {Host} wants app=x has b", Text(Assert.Single(Refused(new Scene().Node(new NodeBuilder("b").Label(Host, "b")), near))));
    }

    [Fact]
    public void Of_ManyNodes_KeepsACountAndTheNearest()
    {
        var scene = new Scene();
        for (var i = 0; i < 1000; i++)
        {
            var node = new NodeBuilder($"n{i:000}").Capacity($"{1000 + (i * 7 % 1000)}m");
            scene.Node(i % 10 == 0 ? node.Taint("team", "x") : node);
        }

        var refusals = Refused(scene, new PodBuilder("x").Requests("2"));
        Assert.Equal([900, 100], refusals.Select(r => r.Count!.Value));
        Assert.Equal(["1999m", "1998m", "1997m", "1996m"], refusals[0].Examples!.Select(e => e.Needs![0].Has));
        Assert.Equal(4, refusals[1].Examples!.Count);
    }

    [Fact]
    public void Of_EveryNodeWithItsOwnReason_StaysSmall()
    {
        var scene = new Scene();
        for (var i = 0; i < 200; i++)
        {
            scene.Node(new NodeBuilder($"n{i}").Taint($"only-{i}"));
        }

        var refusals = Refused(scene, new PodBuilder("x"));
        Assert.True(refusals.Count <= 24);
        Assert.Equal(200, refusals.Sum(r => r.Count));
    }

    private static PodAffinityTerm Term() => new()
    {
        TopologyKey = Host,
        LabelSelector = new Api.Meta.V1.LabelSelector { MatchLabels = new() { ["app"] = "x" } },
    };

    private static Affinity Zones(params string[] zones) => new()
    {
        NodeAffinity = new NodeAffinity
        {
            RequiredDuringSchedulingIgnoredDuringExecution = new NodeSelector
            {
                NodeSelectorTerms = [new() { MatchExpressions = [new() { Key = "zone", Operator = NodeSelectorOperator.In, Values = [.. zones] }] }],
            },
        },
    };

    private static List<DecisionRefusal> Refused(Scene scene, PodBuilder pod) => scene.Refusals(new PodFacts(pod.Build()));

    private static string Text(DecisionRefusal refusal) => $"{refusal.Rule}: {string.Join("; ", refusal.Examples![0].Needs!.Select(Text))}";

    private static string Text(DecisionNeed need) => string.Join(' ', new[]
    {
        need.Kind, need.Name, need.Wants is null ? null : $"wants {need.Wants}", need.Has is null ? null : $"has {need.Has}", need.Of is null ? null : $"of {need.Of}",
    }.Where(part => !string.IsNullOrEmpty(part)));
}
