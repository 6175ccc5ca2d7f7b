using Kube.Api.Scheduling;
using Kube.Scheduler.Framework;
using Kube.Scheduler.Nodes;
using Kube.Scheduler.Scheduling;

namespace Kube.Scheduler.Decisions;

/// <summary>
/// Puts the nodes that refused a pod into groups of equal rule and reason. One walk over the nodes; a group keeps a count and the few nodes that are
/// nearest to taking the pod, and only these are explained with numbers.
/// </summary>
internal sealed class RefusalGroups(PodFacts pod, Snapshot nodes, CycleState cycle)
{
    /// <summary>Enough to see what differs between nodes of a group.</summary>
    private const int Examples = 4;

    /// <summary>A cluster whose every node has a taint of its own would otherwise make as many groups as nodes.</summary>
    private const int Most = 24;

    private readonly List<Group> _groups = [];

    /// <summary>The groups of a decision that found no node, explained, or of one that did, as counts and names.</summary>
    public static List<DecisionRefusal> Of(PodFacts pod, Snapshot nodes, Decision decision)
    {
        var groups = new RefusalGroups(pod, nodes, decision.Cycle);
        var explain = decision.Node is null;
        foreach (var (name, refusal) in decision.Diagnosis.ByNode)
        {
            groups.Add(name, refusal, explain);
        }

        return groups.Finish(decision, explain);
    }

    private void Add(string name, Refusal refusal, bool explain)
    {
        var group = Find(refusal);
        group.Count++;
        if (explain && group.Rule is IExplain rule && nodes.Find(name) is { } node)
        {
            group.Offer(name, rule.DistanceOf(pod, node));
        }
        else
        {
            group.Offer(name, 0);
        }
    }

    private Group Find(Refusal refusal)
    {
        foreach (var group in _groups)
        {
            if (ReferenceEquals(group.Rule, refusal.Rule) && group.Has(refusal.Verdict))
            {
                return group;
            }
        }

        if (_groups.Count < Most)
        {
            _groups.Add(new Group(refusal.Rule, refusal.Verdict));
        }

        return _groups[^1];
    }

    private List<DecisionRefusal> Finish(Decision decision, bool explain)
    {
        var refusals = _groups.OrderByDescending(group => group.Count).Select(group => Describe(group, explain)).ToList();
        var diagnosis = decision.Diagnosis;
        if (explain && diagnosis.ByNode.Count < diagnosis.NodeCount && diagnosis.OtherNodes.Reasons.Count > 0)
        {
            refusals.Add(new DecisionRefusal
            {
                Rule = string.Join(", ", diagnosis.Rejectors.Select(rule => rule.Name)),
                Reason = diagnosis.OtherNodes.Message,
                Count = diagnosis.NodeCount - diagnosis.ByNode.Count,
            });
        }

        return refusals;
    }

    private DecisionRefusal Describe(Group group, bool explain) => new()
    {
        Rule = group.Rule?.Name,
        Reason = group.Verdict.Message,
        Count = group.Count,
        Examples = [.. group.Nearest.Select(name => new DecisionNode { Name = name, Needs = explain ? Needs(group.Rule, name) : null })],
    };

    private List<DecisionNeed>? Needs(IRejectingPlugin? rule, string name) =>
        rule is IExplain explain && nodes.Find(name) is { } node && explain.Explain(cycle, pod, node) is { Count: > 0 } needs ? needs : null;

    private sealed class Group(IRejectingPlugin? rule, Verdict verdict)
    {
        private readonly string[] _names = new string[Examples];
        private readonly long[] _distances = new long[Examples];
        private int _kept;

        public IRejectingPlugin? Rule => rule;

        public Verdict Verdict => verdict;

        public int Count { get; set; }

        public IEnumerable<string> Nearest => _names.Take(_kept);

        public bool Has(Verdict other)
        {
            if (ReferenceEquals(verdict, other))
            {
                return true;
            }

            var (left, right) = (verdict.Reasons, other.Reasons);
            var same = left.Count == right.Count;
            for (var i = 0; same && i < left.Count; i++)
            {
                same = left[i] == right[i];
            }

            return same;
        }

        public void Offer(string name, long distance)
        {
            if (_kept == Examples && _distances[Examples - 1] <= distance)
            {
                return;
            }

            var at = Math.Min(_kept, Examples - 1);
            for (; at > 0 && _distances[at - 1] > distance; at--)
            {
                (_names[at], _distances[at]) = (_names[at - 1], _distances[at - 1]);
            }

            (_names[at], _distances[at]) = (name, distance);
            _kept = Math.Min(_kept + 1, Examples);
        }
    }
}
