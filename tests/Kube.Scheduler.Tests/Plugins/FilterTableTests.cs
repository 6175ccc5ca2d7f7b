using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;
using Kube.Testing;

namespace Kube.Scheduler.Tests.Plugins;

/// <summary>One row per case: a node with its pods, one more pod, and the words of the rule that keeps it off (null: it fits).</summary>
public class FilterTableTests
{
    private const string Selector = "node(s) didn't match Pod's node affinity/selector";
    private const string Ports = "node(s) didn't have free ports for the requested pod ports";

    private static readonly Dictionary<string, (NodeBuilder Node, PodBuilder[] Present, PodBuilder Pod, string? Expected)> s_cases = new()
    {
        ["NodeUnschedulable: cordoned"] = (Node().Cordoned(), [], Pod(), "node(s) were unschedulable"),
        ["NodeUnschedulable: tolerated"] = (Node().Cordoned(), [], Pod().Tolerates("node.kubernetes.io/unschedulable"), null),

        ["TaintToleration: not ready"] = (Node().Taint("node.kubernetes.io/not-ready"), [], Pod(), "node(s) had untolerated taint {node.kubernetes.io/not-ready: }"),
        ["TaintToleration: value"] = (Node().Taint("team", "a"), [], Pod().Tolerates("team", "b"), "node(s) had untolerated taint {team: a}"),
        ["TaintToleration: equal"] = (Node().Taint("team", "a"), [], Pod().Tolerates("team", "a"), null),
        ["TaintToleration: exists"] = (Node().Taint("team", "a"), [], Pod().Tolerates("team"), null),
        ["TaintToleration: everything"] = (Node().Taint("team", "a"), [], Pod().Tolerates(""), null),
        ["TaintToleration: other effect"] = (Node().Taint("team", "a"), [], Pod().Tolerates("team", effect: "NoExecute"), "node(s) had untolerated taint {team: a}"),
        ["TaintToleration: NoExecute"] = (Node().Taint("gone", null, "NoExecute"), [], Pod(), "node(s) had untolerated taint {gone: }"),
        ["TaintToleration: preference only"] = (Node().Taint("team", "a", "PreferNoSchedule"), [], Pod(), null),

        ["NodeAffinity: selector hit"] = (Node().Label("disk", "ssd"), [], Pod().NodeSelector("disk", "ssd"), null),
        ["NodeAffinity: selector miss"] = (Node().Label("disk", "hdd"), [], Pod().NodeSelector("disk", "ssd"), Selector),
        ["NodeAffinity: In"] = (Node().Label("disk", "ssd"), [], Wants("disk", "In", "ssd", "nvme"), null),
        ["NodeAffinity: In miss"] = (Node(), [], Wants("disk", "In", "ssd"), Selector),
        ["NodeAffinity: NotIn"] = (Node().Label("disk", "ssd"), [], Wants("disk", "NotIn", "ssd"), Selector),
        ["NodeAffinity: NotIn without label"] = (Node(), [], Wants("disk", "NotIn", "ssd"), null),
        ["NodeAffinity: Exists"] = (Node(), [], Wants("disk", "Exists"), Selector),
        ["NodeAffinity: DoesNotExist"] = (Node(), [], Wants("disk", "DoesNotExist"), null),
        ["NodeAffinity: Gt"] = (Node().Label("cores", "8"), [], Wants("cores", "Gt", "4"), null),
        ["NodeAffinity: Gt miss"] = (Node().Label("cores", "4"), [], Wants("cores", "Gt", "4"), Selector),
        ["NodeAffinity: Lt"] = (Node().Label("cores", "2"), [], Wants("cores", "Lt", "4"), null),
        ["NodeAffinity: Gt of a word"] = (Node().Label("cores", "many"), [], Wants("cores", "Gt", "4"), Selector),
        ["NodeAffinity: name"] = (Node(), [], WantsNode("n"), null),
        ["NodeAffinity: other name"] = (Node(), [], WantsNode("m"), "node(s) didn't satisfy plugin(s) [NodeAffinity]"),

        ["NodePorts: free"] = (Node(), [Pod("p").HostPort(81)], Pod().HostPort(80), null),
        ["NodePorts: taken"] = (Node(), [Pod("p").HostPort(80)], Pod().HostPort(80), Ports),
        ["NodePorts: other protocol"] = (Node(), [Pod("p").HostPort(80, protocol: "UDP")], Pod().HostPort(80), null),
        ["NodePorts: other address"] = (Node(), [Pod("p").HostPort(80, "10.0.0.1")], Pod().HostPort(80, "10.0.0.2"), null),
        ["NodePorts: any address"] = (Node(), [Pod("p").HostPort(80)], Pod().HostPort(80, "10.0.0.2"), Ports),

        ["NodeResourcesFit: fits exactly"] = (Node().Capacity("1"), [Pod("p").Requests("600m")], Pod().Requests("400m"), null),
        ["NodeResourcesFit: cpu"] = (Node().Capacity("1"), [Pod("p").Requests("600m")], Pod().Requests("401m"), "Insufficient cpu"),
        ["NodeResourcesFit: memory"] = (Node().Capacity(memory: "1Gi"), [], Pod().Requests(memory: "2Gi"), "Insufficient memory"),
        ["NodeResourcesFit: both"] = (Node().Capacity("1", "1Gi"), [], Pod().Requests("2", "2Gi"), "Insufficient cpu, Insufficient memory"),
        ["NodeResourcesFit: pods"] = (Node().Capacity(pods: "1"), [Pod("p")], Pod(), "Too many pods"),
        ["NodeResourcesFit: storage"] = (Node().Resource("ephemeral-storage", "1Gi"), [], Pod().Request("ephemeral-storage", "2Gi"), "Insufficient ephemeral-storage"),
        ["NodeResourcesFit: extended"] = (Node().Resource("example.com/gpu", "2"), [Pod("p").Request("example.com/gpu", "1")], Pod().Request("example.com/gpu", "2"), "Insufficient example.com/gpu"),
        ["NodeResourcesFit: extended unknown"] = (Node(), [], Pod().Request("example.com/gpu", "1"), "Insufficient example.com/gpu"),
        ["NodeResourcesFit: nothing asked of a full node"] = (Node().Capacity("1"), [Pod("p").Requests("1")], Pod(), null),
        ["NodeResourcesFit: init container counts at its peak"] = (Node().Capacity("1"), [], Pod().Requests("100m").With(p => p.Spec!.InitContainers = [Container("2")]), "Insufficient cpu"),
        ["NodeResourcesFit: staying init container adds"] = (Node().Capacity("1"), [], Pod().Requests("600m").With(p => p.Spec!.InitContainers = [Container("600m", "Always")]), "Insufficient cpu"),
        ["NodeResourcesFit: overhead adds"] = (Node().Capacity("1"), [], Pod().Requests("1").With(p => p.Spec!.Overhead = new() { ["cpu"] = Api.Quantity.Parse("1m") }), "Insufficient cpu"),
    };

    public static TheoryData<string> Names => [.. s_cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Filter_Case_SaysWhy(string name)
    {
        var (node, present, pod, expected) = s_cases[name];
        var scene = new Scene().Node(node, present);
        Assert.Equal(expected, scene.WhyNot(pod, "n"));
    }

    private static NodeBuilder Node() => new("n");

    private static PodBuilder Pod(string name = "x") => new(name);

    private static Container Container(string cpu, string? restart = null) => new()
    {
        Name = "init",
        RestartPolicy = restart,
        Resources = new ResourceRequirements { Requests = new() { ["cpu"] = Api.Quantity.Parse(cpu) } },
    };

    private static PodBuilder Wants(string key, string op, params string[] values) => Pod().With(p => p.Spec!.Affinity = Required(
        new NodeSelectorTerm { MatchExpressions = [new NodeSelectorRequirement { Key = key, Operator = op, Values = [.. values] }] }));

    private static PodBuilder WantsNode(string name) => Pod().With(p => p.Spec!.Affinity = Required(
        new NodeSelectorTerm { MatchFields = [new NodeSelectorRequirement { Key = "metadata.name", Operator = "In", Values = [name] }] }));

    private static Affinity Required(NodeSelectorTerm term) => new()
    {
        NodeAffinity = new NodeAffinity { RequiredDuringSchedulingIgnoredDuringExecution = new NodeSelector { NodeSelectorTerms = [term] } },
    };
}
