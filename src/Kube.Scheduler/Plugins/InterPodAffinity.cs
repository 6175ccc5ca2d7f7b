using Kube.Api.Scheduling;
using Kube.Scheduler.Framework;
using Kube.Scheduler.Nodes;
using Kube.Scheduler.Queue;
using Topology = System.Collections.Generic.Dictionary<string, System.Collections.Generic.Dictionary<string, long>>;

namespace Kube.Scheduler.Plugins;

/// <summary>
/// What pods wish about the pods around them: near some (affinity), away from others (anti-affinity), where "near" means equal values of a node label.
/// Required anti-affinity holds both ways: a pod that runs keeps those it does not want away from its place.
/// </summary>
internal sealed class InterPodAffinity(IClusterFacts facts) : IPreFilter, IExplain, IPreScore, IScore
{
    private static readonly Verdict s_affinity = Verdict.Unresolvable("node(s) didn't match pod affinity rules");
    private static readonly Verdict s_antiAffinity = Verdict.Unschedulable("node(s) didn't match pod anti-affinity rules");
    private static readonly Verdict s_existing = Verdict.Unschedulable("node(s) didn't satisfy existing pods anti-affinity rules");

    public string Name => nameof(InterPodAffinity);

    public ClusterEvent RetryOn => ClusterEvent.NodeAdded | ClusterEvent.NodeLabels | ClusterEvent.AssignedPodAdded
        | ClusterEvent.AssignedPodLabels | ClusterEvent.AssignedPodDeleted | ClusterEvent.PodLabels | ClusterEvent.NamespaceLabels;

    public Verdict PreFilter(CycleState cycle, PodFacts pod, Snapshot nodes)
    {
        var existing = ExistingAntiAffinity(pod, nodes);
        if (existing.Length == 0 && pod.RequiredAffinity.Length == 0 && pod.RequiredAntiAffinity.Length == 0)
        {
            return Verdict.Skip;
        }

        var affinity = new TermPlaces(pod.RequiredAffinity);
        var antiAffinity = new TermPlaces(pod.RequiredAntiAffinity);
        if (pod.RequiredAffinity.Length + pod.RequiredAntiAffinity.Length > 0)
        {
            foreach (var node in nodes.Nodes)
            {
                affinity.CountAll(node, facts);
                antiAffinity.CountEach(node, facts);
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

        for (var i = 0; i < pod.RequiredAntiAffinity.Length; i++)
        {
            if (state.AntiAffinity.Count(i, node) > 0)
            {
                return s_antiAffinity;
            }
        }

        foreach (var wish in state.Existing)
        {
            if (wish.Stands(node))
            {
                return s_existing;
            }
        }

        return Verdict.Success;
    }

    public List<DecisionNeed> Explain(CycleState cycle, PodFacts pod, NodeInfo node)
    {
        var state = cycle.Get<FilterState>();
        var needs = new List<DecisionNeed>();
        if (!SatisfiesAffinity(state.Affinity, pod, node))
        {
            needs.AddRange(pod.RequiredAffinity.Where((_, i) => state.Affinity.Count(i, node) == 0).Select(term => Need(DecisionNeedKind.Company, term, node)));
        }

        needs.AddRange(pod.RequiredAntiAffinity.Where((_, i) => state.AntiAffinity.Count(i, node) > 0).Select(term => Need(DecisionNeedKind.Distance, term, node)));
        needs.AddRange(state.Existing.Where(wish => wish.Stands(node)).Select(wish => Need(DecisionNeedKind.Distance, wish.Term, node)));
        return needs;
    }

    public Verdict PreScore(CycleState cycle, PodFacts pod, Snapshot nodes, IReadOnlyList<NodeInfo> feasible)
    {
        var scores = new Topology(StringComparer.Ordinal);
        foreach (var wish in nodes.Affinity.Wishes)
        {
            if (wish.Pull != 0 && wish.Term.Matches(pod, facts))
            {
                Add(scores, wish);
            }
        }

        if (pod.PreferredAffinity.Length + pod.PreferredAntiAffinity.Length > 0)
        {
            AddOwn(scores, pod.PreferredAffinity, nodes, 1);
            AddOwn(scores, pod.PreferredAntiAffinity, nodes, -1);
        }

        cycle.Set(scores);
        return scores.Count == 0 ? Verdict.Skip : Verdict.Success;
    }

    public long Rate(CycleState cycle, PodFacts pod, NodeInfo node)
    {
        long sum = 0;
        foreach (var (key, places) in cycle.Get<Topology>())
        {
            if (node.Labels.TryGetValue(key, out var place))
            {
                sum += places.GetValueOrDefault(place);
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

    private AffinityWish[] ExistingAntiAffinity(PodFacts pod, Snapshot nodes)
    {
        List<AffinityWish>? found = null;
        foreach (var wish in nodes.Affinity.Wishes)
        {
            if (wish.KeepsAway && wish.Places.Count > 0 && wish.Term.Matches(pod, facts))
            {
                (found ??= []).Add(wish);
            }
        }

        return found is null ? [] : [.. found];
    }

    /// <summary>The first pod of a group that wants to be together finds nobody; it may start the group if it is a member itself.</summary>
    private bool SatisfiesAffinity(TermPlaces counts, PodFacts pod, NodeInfo node)
    {
        var found = true;
        for (var i = 0; i < pod.RequiredAffinity.Length; i++)
        {
            if (!node.Labels.ContainsKey(pod.RequiredAffinity[i].TopologyKey))
            {
                return false;
            }

            found &= counts.Count(i, node) > 0;
        }

        return found || (counts.IsEmpty && AffinityTerm.AllMatch(pod.RequiredAffinity, pod.Namespace, pod.Labels, facts));
    }

    private static DecisionNeed Need(string kind, AffinityTerm term, NodeInfo node) => new()
    {
        Kind = kind,
        Name = term.TopologyKey,
        Wants = term.ToString(),
        Has = node.Labels.GetValueOrDefault(term.TopologyKey),
    };

    private void AddOwn(Topology scores, AffinityTerm[] terms, Snapshot nodes, int sign)
    {
        var found = new TermPlaces(terms);
        foreach (var node in nodes.Nodes)
        {
            found.CountEach(node, facts);
        }

        for (var i = 0; i < terms.Length; i++)
        {
            foreach (var (place, count) in found.Places(i))
            {
                Add(scores, terms[i].TopologyKey, place, (long)sign * terms[i].Weight * count);
            }
        }
    }

    private static void Add(Topology scores, AffinityWish wish)
    {
        foreach (var (place, count) in wish.Places)
        {
            Add(scores, wish.Term.TopologyKey, place, (long)wish.Pull * count);
        }
    }

    private static void Add(Topology scores, string key, string place, long by)
    {
        if (!scores.TryGetValue(key, out var places))
        {
            scores[key] = places = new Dictionary<string, long>(StringComparer.Ordinal);
        }

        places[place] = places.GetValueOrDefault(place) + by;
    }

    private sealed record FilterState(TermPlaces Affinity, TermPlaces AntiAffinity, AffinityWish[] Existing);
}
