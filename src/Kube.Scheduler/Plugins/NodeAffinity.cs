using Kube.Api.Core.V1;
using Kube.Api.Scheduling;
using Kube.Scheduler.Framework;
using Kube.Scheduler.Nodes;
using Kube.Scheduler.Queue;

namespace Kube.Scheduler.Plugins;

/// <summary>
/// A pod's nodeSelector and node affinity: required terms reject, preferred terms score. Terms that name their nodes (metadata.name) narrow the walk
/// to these nodes, so that a DaemonSet's pod costs one node and not all of them.
/// </summary>
internal sealed class NodeAffinity : IPreFilter, IExplain, IScore
{
    private static readonly Verdict s_noMatch = Verdict.Unresolvable("node(s) didn't match Pod's node affinity/selector");
    private static readonly Verdict s_conflict = Verdict.Unresolvable("pod affinity terms conflict");

    public string Name => nameof(NodeAffinity);

    public ClusterEvent RetryOn => ClusterEvent.NodeAdded | ClusterEvent.NodeLabels | ClusterEvent.PodSpec;

    public Verdict PreFilter(CycleState cycle, PodFacts pod, Snapshot nodes)
    {
        var required = pod.Pod.Spec?.Affinity?.NodeAffinity?.RequiredDuringSchedulingIgnoredDuringExecution;
        if (required is null && pod.Pod.Spec?.NodeSelector is not { Count: > 0 })
        {
            return Verdict.Skip;
        }

        if (NamedNodes(required?.NodeSelectorTerms) is not { } names)
        {
            return Verdict.Success;
        }

        cycle.Narrow(this, names);
        return names.Count == 0 ? s_conflict : Verdict.Success;
    }

    public Verdict Filter(CycleState cycle, PodFacts pod, NodeInfo node) => NodeAffinityRules.Allows(pod.Pod.Spec, node) ? Verdict.Success : s_noMatch;

    public List<DecisionNeed> Explain(CycleState cycle, PodFacts pod, NodeInfo node) => NodeAffinityRules.Missing(pod.Pod.Spec, node);

    public long DistanceOf(PodFacts pod, NodeInfo node) => NodeAffinityRules.CountMissing(pod.Pod.Spec, node);

    public long Rate(CycleState cycle, PodFacts pod, NodeInfo node)
    {
        if (pod.Pod.Spec?.Affinity?.NodeAffinity?.PreferredDuringSchedulingIgnoredDuringExecution is not { } terms)
        {
            return 0;
        }

        long sum = 0;
        foreach (var term in terms)
        {
            if (term is { Weight: not 0, Preference: { } preference } && NodeAffinityRules.Matches(preference, node))
            {
                sum += term.Weight ?? 0;
            }
        }

        return sum;
    }

    public void Normalize(CycleState cycle, IReadOnlyList<NodeInfo> nodes, Span<long> scores) => Score.ScaleToMax(scores);

    /// <summary>The nodes that the terms name; null when some term leaves them open.</summary>
    private static HashSet<string>? NamedNodes(List<NodeSelectorTerm>? terms)
    {
        if (terms is not { Count: > 0 })
        {
            return null;
        }

        var all = new HashSet<string>(StringComparer.Ordinal);
        foreach (var term in terms)
        {
            HashSet<string>? named = null;
            foreach (var field in term.MatchFields ?? [])
            {
                if (field is { Key: NodeAffinityRules.NameField, Operator: NodeSelectorOperator.In })
                {
                    var values = new HashSet<string>(field.Values ?? [], StringComparer.Ordinal);
                    named = named is null ? values : [.. named.Intersect(values)];
                }
            }

            if (named is null)
            {
                return null;
            }

            all.UnionWith(named);
        }

        return all;
    }
}
