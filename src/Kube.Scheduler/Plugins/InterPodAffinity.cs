using Kube.Scheduler.Framework;
using Kube.Scheduler.Nodes;
using Kube.Scheduler.Queue;
using Topology = System.Collections.Generic.Dictionary<(string Key, string Value), long>;

namespace Kube.Scheduler.Plugins;

/// <summary>
/// What pods wish about the pods around them: near some (affinity), away from others (anti-affinity), where "near" means equal values of a node label.
/// Required anti-affinity holds both ways: a pod that runs keeps those it does not want away from its place.
/// </summary>
internal sealed class InterPodAffinity(IClusterFacts facts) : IPreFilter, IFilter, IPreScore, IScore
{
    /// <summary>How much a required affinity of a running pod draws the pods it wishes for; Kubernetes' default.</summary>
    private const int RequiredTermWeight = 1;

    private static readonly Verdict s_affinity = Verdict.Unresolvable("node(s) didn't match pod affinity rules");
    private static readonly Verdict s_antiAffinity = Verdict.Unschedulable("node(s) didn't match pod anti-affinity rules");
    private static readonly Verdict s_existing = Verdict.Unschedulable("node(s) didn't satisfy existing pods anti-affinity rules");

    public string Name => nameof(InterPodAffinity);

    public ClusterEvent RetryOn => ClusterEvent.NodeAdded | ClusterEvent.NodeLabels | ClusterEvent.AssignedPodAdded
        | ClusterEvent.AssignedPodLabels | ClusterEvent.AssignedPodDeleted | ClusterEvent.PodLabels | ClusterEvent.NamespaceLabels;

    public Verdict PreFilter(CycleState cycle, PodFacts pod, Snapshot nodes)
    {
        var existing = ExistingAntiAffinity(pod, nodes);
        if (existing.Count == 0 && pod.RequiredAffinity.Length == 0 && pod.RequiredAntiAffinity.Length == 0)
        {
            return Verdict.Skip;
        }

        var affinity = new Topology();
        var antiAffinity = new Topology();
        if (pod.RequiredAffinity.Length + pod.RequiredAntiAffinity.Length > 0)
        {
            foreach (var node in nodes.Nodes)
            {
                CountRequired(pod, node, affinity, antiAffinity);
            }
        }

        cycle.Set(new FilterState(affinity, antiAffinity, existing));
        return Verdict.Success;
    }

    public Verdict Filter(CycleState cycle, PodFacts pod, NodeInfo node)
    {
        var state = cycle.Get<FilterState>();
        if (!SatisfiesAffinity(state.Affinity, pod, node))
        {
            return s_affinity;
        }

        foreach (var term in pod.RequiredAntiAffinity)
        {
            if (node.Labels.TryGetValue(term.TopologyKey, out var value) && state.AntiAffinity.GetValueOrDefault((term.TopologyKey, value)) > 0)
            {
                return s_antiAffinity;
            }
        }

        if (state.Existing.Count > 0)
        {
            foreach (var place in state.Existing.Keys)
            {
                if (node.Labels.TryGetValue(place.Key, out var value) && value == place.Value)
                {
                    return s_existing;
                }
            }
        }

        return Verdict.Success;
    }

    public Verdict PreScore(CycleState cycle, PodFacts pod, Snapshot nodes, IReadOnlyList<NodeInfo> feasible)
    {
        var hasWishes = pod.PreferredAffinity.Length + pod.PreferredAntiAffinity.Length > 0;
        if (!hasWishes && nodes.NodesWithAffinity.Count == 0)
        {
            return Verdict.Skip;
        }

        var scores = new Topology();
        foreach (var node in hasWishes ? nodes.Nodes : nodes.NodesWithAffinity)
        {
            foreach (var existing in hasWishes ? node.Pods : node.PodsWithAffinity)
            {
                Weigh(scores, pod, existing, node);
            }
        }

        cycle.Set(scores);
        return scores.Count == 0 ? Verdict.Skip : Verdict.Success;
    }

    public long Rate(CycleState cycle, PodFacts pod, NodeInfo node)
    {
        long sum = 0;
        foreach (var (place, score) in cycle.Get<Topology>())
        {
            if (node.Labels.TryGetValue(place.Key, out var value) && value == place.Value)
            {
                sum += score;
            }
        }

        return sum;
    }

    public void Normalize(CycleState cycle, IReadOnlyList<NodeInfo> nodes, Span<long> scores)
    {
        long min = long.MaxValue, max = long.MinValue;
        foreach (var score in scores)
        {
            min = Math.Min(min, score);
            max = Math.Max(max, score);
        }

        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = max == min ? 0 : (long)(Score.Max * ((double)(scores[i] - min) / (max - min)));
        }
    }

    private Topology ExistingAntiAffinity(PodFacts pod, Snapshot nodes)
    {
        var places = new Topology();
        foreach (var node in nodes.NodesWithAffinity)
        {
            foreach (var existing in node.PodsWithAffinity)
            {
                foreach (var term in existing.RequiredAntiAffinity)
                {
                    if (term.Matches(pod, facts))
                    {
                        Add(places, node, term.TopologyKey, 1);
                    }
                }
            }
        }

        return places;
    }

    private void CountRequired(PodFacts pod, NodeInfo node, Topology affinity, Topology antiAffinity)
    {
        foreach (var (shape, count, _) in node.Shapes)
        {
            if (pod.RequiredAffinity.Length > 0 && MatchesAll(pod.RequiredAffinity, shape.Namespace, shape.Labels))
            {
                foreach (var term in pod.RequiredAffinity)
                {
                    Add(affinity, node, term.TopologyKey, count);
                }
            }

            foreach (var term in pod.RequiredAntiAffinity)
            {
                if (term.Matches(shape.Namespace, shape.Labels, facts))
                {
                    Add(antiAffinity, node, term.TopologyKey, count);
                }
            }
        }
    }

    /// <summary>The first pod of a group that wants to be together finds nobody; it may start the group if it is a member itself.</summary>
    private bool SatisfiesAffinity(Topology counts, PodFacts pod, NodeInfo node)
    {
        var found = true;
        foreach (var term in pod.RequiredAffinity)
        {
            if (!node.Labels.TryGetValue(term.TopologyKey, out var value))
            {
                return false;
            }

            found &= counts.GetValueOrDefault((term.TopologyKey, value)) > 0;
        }

        return found || (counts.Count == 0 && MatchesAll(pod.RequiredAffinity, pod.Namespace, pod.Labels));
    }

    private bool MatchesAll(AffinityTerm[] terms, string ns, IReadOnlyDictionary<string, string> labels)
    {
        foreach (var term in terms)
        {
            if (!term.Matches(ns, labels, facts))
            {
                return false;
            }
        }

        return true;
    }

    private void Weigh(Topology scores, PodFacts pod, PodFacts existing, NodeInfo node)
    {
        AddMatching(scores, pod.PreferredAffinity, existing, node, 1);
        AddMatching(scores, pod.PreferredAntiAffinity, existing, node, -1);
        foreach (var term in existing.RequiredAffinity)
        {
            if (term.Matches(pod, facts))
            {
                Add(scores, node, term.TopologyKey, RequiredTermWeight);
            }
        }

        AddMatching(scores, existing.PreferredAffinity, pod, node, 1);
        AddMatching(scores, existing.PreferredAntiAffinity, pod, node, -1);
    }

    private void AddMatching(Topology scores, AffinityTerm[] terms, PodFacts other, NodeInfo node, int sign)
    {
        foreach (var term in terms)
        {
            if (term.Matches(other, facts))
            {
                Add(scores, node, term.TopologyKey, sign * term.Weight);
            }
        }
    }

    private static void Add(Topology topology, NodeInfo node, string key, long by)
    {
        if (node.Labels.TryGetValue(key, out var value))
        {
            topology[(key, value)] = topology.GetValueOrDefault((key, value)) + by;
        }
    }

    private sealed record FilterState(Topology Affinity, Topology AntiAffinity, Topology Existing);
}
