using Kube.Api.Scheduling;
using Kube.Scheduler.Framework;
using Kube.Scheduler.Nodes;
using Kube.Scheduler.Queue;

namespace Kube.Scheduler.Plugins;

/// <summary>A pod that names its node goes there or nowhere.</summary>
internal sealed class NodeName : IExplain
{
    private static readonly Verdict s_other = Verdict.Unresolvable("node(s) didn't match the requested node name");

    public string Name => nameof(NodeName);

    public ClusterEvent RetryOn => ClusterEvent.NodeAdded;

    public Verdict Filter(CycleState cycle, PodFacts pod, NodeInfo node) => pod.NodeName is null || pod.NodeName == node.Name ? Verdict.Success : s_other;

    public List<DecisionNeed> Explain(CycleState cycle, PodFacts pod, NodeInfo node) => [new() { Kind = DecisionNeedKind.NodeName, Wants = pod.NodeName }];
}
