using Kube.Api.Core.V1;
using Kube.Api.Scheduling;
using Kube.Scheduler.Framework;
using Kube.Scheduler.Nodes;
using Kube.Scheduler.Queue;

namespace Kube.Scheduler.Plugins;

/// <summary>Rejects nodes with a taint the pod does not tolerate; prefers nodes with few taints that only ask to stay away.</summary>
internal sealed class TaintToleration : IExplain, IScore
{
    public string Name => nameof(TaintToleration);

    public ClusterEvent RetryOn => ClusterEvent.NodeAdded | ClusterEvent.NodeTaints | ClusterEvent.PodTolerations;

    public Verdict Filter(CycleState cycle, PodFacts pod, NodeInfo node) =>
        Tolerations.FirstUntolerated(pod.Pod.Spec?.Tolerations, node) is { } taint
            ? Verdict.Unresolvable($"node(s) had untolerated taint {{{taint.Key}: {taint.Value}}}")
            : Verdict.Success;

    public List<DecisionNeed> Explain(CycleState cycle, PodFacts pod, NodeInfo node) =>
    [
        .. node.Taints
            .Where(taint => taint.Effect is TaintEffect.NoSchedule or TaintEffect.NoExecute && !Tolerations.Tolerates(pod.Pod.Spec?.Tolerations, taint))
            .Select(taint => new DecisionNeed { Kind = DecisionNeedKind.Taint, Name = taint.Key, Wants = taint.Value, Of = taint.Effect }),
    ];

    public long Rate(CycleState cycle, PodFacts pod, NodeInfo node)
    {
        var count = 0;
        var taints = node.Taints;
        for (var i = 0; i < taints.Count; i++)
        {
            if (taints[i].Effect == TaintEffect.PreferNoSchedule && !Tolerations.Tolerates(pod.Pod.Spec?.Tolerations, taints[i]))
            {
                count++;
            }
        }

        return count;
    }

    public void Normalize(CycleState cycle, IReadOnlyList<NodeInfo> nodes, Span<long> scores) => Score.ScaleToMaxReversed(scores);
}
