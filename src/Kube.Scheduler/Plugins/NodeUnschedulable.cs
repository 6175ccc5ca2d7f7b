using Kube.Api.Core.V1;
using Kube.Api.Scheduling;
using Kube.Scheduler.Framework;
using Kube.Scheduler.Nodes;
using Kube.Scheduler.Queue;

namespace Kube.Scheduler.Plugins;

/// <summary>Rejects cordoned nodes, unless the pod tolerates the taint a cordoned node carries.</summary>
internal sealed class NodeUnschedulable : IExplain
{
    private static readonly Verdict s_cordoned = Verdict.Unresolvable("node(s) were unschedulable");
    private static readonly Taint s_taint = new() { Key = "node.kubernetes.io/unschedulable", Effect = TaintEffect.NoSchedule };

    public string Name => nameof(NodeUnschedulable);

    public ClusterEvent RetryOn => ClusterEvent.NodeAdded | ClusterEvent.NodeTaints | ClusterEvent.PodTolerations;

    public Verdict Filter(CycleState cycle, PodFacts pod, NodeInfo node) =>
        !node.Unschedulable || Tolerations.Tolerates(pod.Pod.Spec?.Tolerations, s_taint) ? Verdict.Success : s_cordoned;

    public List<DecisionNeed> Explain(CycleState cycle, PodFacts pod, NodeInfo node) => [new() { Kind = DecisionNeedKind.Cordon }];
}
