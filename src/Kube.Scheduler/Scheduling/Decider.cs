using Kube.Scheduler.Framework;
using Kube.Scheduler.Nodes;

namespace Kube.Scheduler.Scheduling;

/// <summary>
/// Chooses a node for a pod: asks every rule about every node until enough nodes are found, scores these, and takes the best; among equals, chance decides.
/// Pure but for the injected randomness and the place where the last walk ended. One caller.
/// </summary>
internal sealed class Decider(Profile profile, Random random, NominatedPods nominated)
{
    /// <summary>Below this many feasible nodes the walk never ends early.</summary>
    private const int EnoughNodes = 100;

    /// <summary>However large the cluster, this share of it is always looked at.</summary>
    private const int SmallestPercentage = 5;

    private readonly List<NodeInfo> _feasible = [];
    private readonly ScoreSheet _sheet = new();
    private int _start;

    public Decision Decide(PodFacts pod, Snapshot nodes)
    {
        var cycle = new CycleState();
        var diagnosis = new Diagnosis(nodes.Count);
        if (nodes.Count == 0 || !profile.PreFilter(cycle, pod, nodes, diagnosis))
        {
            return new Decision(null, diagnosis, cycle);
        }

        FindFeasible(cycle, pod, nodes, diagnosis);
        var chosen = Choose(cycle, pod, nodes, out var ranking);
        return new Decision(chosen, diagnosis, cycle) { Feasible = _feasible.Count, Ranking = ranking };
    }

    /// <summary>How many feasible nodes end the walk: all in small clusters, then a share that shrinks from 50% to 5% as the cluster grows.</summary>
    internal static int NodesToFind(int nodes)
    {
        if (nodes <= EnoughNodes)
        {
            return nodes;
        }

        var percentage = Math.Max(SmallestPercentage, 50 - (nodes / 125));
        return Math.Max(EnoughNodes, nodes * percentage / 100);
    }

    private void FindFeasible(CycleState cycle, PodFacts pod, Snapshot nodes, Diagnosis diagnosis)
    {
        _feasible.Clear();
        var wanted = NodesToFind(nodes.Count);
        var list = nodes.Nodes;
        if (pod.NominatedNode is { } name && nodes.Find(name) is { } promised && IsFeasible(cycle, pod, nodes, promised, diagnosis))
        {
            _feasible.Add(promised);
            return;
        }

        if (cycle.OnlyNodes is { } only)
        {
            WalkNamed(cycle, pod, nodes, only, diagnosis);
            return;
        }

        var walked = 0;
        for (; walked < list.Count && _feasible.Count < wanted; walked++)
        {
            var node = list[(_start + walked) % list.Count];
            if (IsFeasible(cycle, pod, nodes, node, diagnosis))
            {
                _feasible.Add(node);
            }
        }

        _start = (_start + walked) % list.Count;
    }

    private void WalkNamed(CycleState cycle, PodFacts pod, Snapshot nodes, HashSet<string> only, Diagnosis diagnosis)
    {
        diagnosis.OtherNodes = Verdict.Unresolvable($"node(s) didn't satisfy plugin(s) [{string.Join(' ', cycle.NarrowedBy.Select(p => p.Name))}]");
        foreach (var name in only.Order(StringComparer.Ordinal))
        {
            if (nodes.Find(name) is { } node && IsFeasible(cycle, pod, nodes, node, diagnosis))
            {
                _feasible.Add(node);
            }
        }

        foreach (var plugin in cycle.NarrowedBy)
        {
            diagnosis.AddRejector(plugin);
        }
    }

    private bool IsFeasible(CycleState cycle, PodFacts pod, Snapshot nodes, NodeInfo node, Diagnosis diagnosis)
    {
        if (!nominated.IsEmpty && !FitsBesideNominated(pod, nodes, node, diagnosis))
        {
            return false;
        }

        if (profile.Filter(cycle, pod, node, out var verdict) is not { } rejector)
        {
            return true;
        }

        diagnosis.Reject(node.Name, rejector, verdict);
        return false;
    }

    /// <summary>Room that was made for a pod of equal or higher priority is not given away: the pod must also fit with those pods there already.</summary>
    private bool FitsBesideNominated(PodFacts pod, Snapshot nodes, NodeInfo node, Diagnosis diagnosis)
    {
        if (nominated.On(node, pod) is not { } crowded)
        {
            return true;
        }

        var cycle = new CycleState();
        if (!profile.PreFilter(cycle, pod, nodes.With(crowded), diagnosis))
        {
            return false;
        }

        if (profile.Filter(cycle, pod, crowded, out var verdict) is not { } rejector)
        {
            return true;
        }

        diagnosis.Reject(node.Name, rejector, verdict);
        return false;
    }

    private NodeInfo? Choose(CycleState cycle, PodFacts pod, Snapshot nodes, out Ranking? ranking)
    {
        ranking = null;
        if (_feasible.Count <= 1)
        {
            return _feasible.Count == 0 ? null : _feasible[0];
        }

        profile.Rate(cycle, pod, nodes, _feasible, _sheet);
        var scores = _sheet.Totals;
        var best = 0;
        var equals = 1;
        for (var i = 1; i < scores.Length; i++)
        {
            if (scores[i] > scores[best])
            {
                best = i;
                equals = 1;
            }
            else if (scores[i] == scores[best] && random.Next(++equals) == 0)
            {
                best = i;
            }
        }

        ranking = _sheet.Rank(best, _feasible);
        return _feasible[best];
    }
}
