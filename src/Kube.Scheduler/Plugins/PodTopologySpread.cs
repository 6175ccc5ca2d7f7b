using System.Globalization;
using Kube.Api.Core.V1;
using Kube.Api.Scheduling;
using Kube.Scheduler.Framework;
using Kube.Scheduler.Nodes;
using Kube.Scheduler.Queue;

namespace Kube.Scheduler.Plugins;

/// <summary>
/// Spreads pods over hosts and zones: DoNotSchedule constraints reject what would unbalance the domains, ScheduleAnyway constraints score.
/// Pods without constraints of their own are spread beside their siblings (same Service or ReplicaSet) by the default constraints.
/// </summary>
internal sealed class PodTopologySpread(IClusterFacts facts) : IPreFilter, IExplain, IPreScore, IScore
{
    private static readonly Verdict s_skewed = Verdict.Unschedulable("node(s) didn't match pod topology spread constraints");
    private static readonly Verdict s_noLabel = Verdict.Unresolvable("node(s) didn't match pod topology spread constraints (missing required label)");

    public string Name => nameof(PodTopologySpread);

    public ClusterEvent RetryOn => ClusterEvent.NodeAdded | ClusterEvent.NodeLabels | ClusterEvent.NodeTaints | ClusterEvent.NodeDeleted
        | ClusterEvent.AssignedPodAdded | ClusterEvent.AssignedPodLabels | ClusterEvent.AssignedPodDeleted | ClusterEvent.PodLabels | ClusterEvent.PodTolerations;

    public Verdict PreFilter(CycleState cycle, PodFacts pod, Snapshot nodes)
    {
        var constraints = SpreadConstraint.Declared(pod, nodes, UnsatisfiableConstraintAction.DoNotSchedule);
        if (constraints.Length == 0)
        {
            return Verdict.Skip;
        }

        var domains = constraints.Select(_ => new Dictionary<string, int>(StringComparer.Ordinal)).ToArray();
        foreach (var node in nodes.Nodes)
        {
            if (SpreadConstraint.HasAllKeys(constraints, node))
            {
                Count(pod, constraints, domains, node);
            }
        }

        cycle.Set(new HardState(constraints, domains, [.. constraints.Select((c, i) => Minimum(c, domains[i]))]));
        return Verdict.Success;
    }

    public Verdict Filter(CycleState cycle, PodFacts pod, NodeInfo node)
    {
        var state = cycle.Get<HardState>();
        for (var i = 0; i < state.Constraints.Length; i++)
        {
            var constraint = state.Constraints[i];
            if (!node.Labels.TryGetValue(constraint.TopologyKey, out var domain))
            {
                return s_noLabel;
            }

            var skew = state.Domains[i].GetValueOrDefault(domain) + constraint.SelfMatch - state.Minimums[i];
            if (skew > constraint.MaxSkew)
            {
                return s_skewed;
            }
        }

        return Verdict.Success;
    }

    public List<DecisionNeed> Explain(CycleState cycle, PodFacts pod, NodeInfo node)
    {
        var needs = new List<DecisionNeed>();
        var state = cycle.Get<HardState>();
        for (var i = 0; i < state.Constraints.Length; i++)
        {
            var constraint = state.Constraints[i];
            if (!node.Labels.TryGetValue(constraint.TopologyKey, out var domain))
            {
                needs.Add(new DecisionNeed { Kind = DecisionNeedKind.Label, Name = constraint.TopologyKey, Of = NodeSelectorOperator.Exists });
                continue;
            }

            var count = state.Domains[i].GetValueOrDefault(domain) + constraint.SelfMatch;
            if (count - state.Minimums[i] > constraint.MaxSkew)
            {
                needs.Add(new DecisionNeed
                {
                    Kind = DecisionNeedKind.Spread,
                    Name = $"{constraint.TopologyKey}={domain}",
                    Wants = count.ToString(CultureInfo.InvariantCulture),
                    Has = state.Minimums[i].ToString(CultureInfo.InvariantCulture),
                    Of = constraint.MaxSkew.ToString(CultureInfo.InvariantCulture),
                });
            }
        }

        return needs;
    }

    public Verdict PreScore(CycleState cycle, PodFacts pod, Snapshot nodes, IReadOnlyList<NodeInfo> feasible)
    {
        var declared = pod.Pod.Spec?.TopologySpreadConstraints is { Count: > 0 };
        var constraints = declared ? SpreadConstraint.Declared(pod, nodes, UnsatisfiableConstraintAction.ScheduleAnyway) : DefaultsFor(pod, nodes);
        if (constraints.Length == 0)
        {
            return Verdict.Skip;
        }

        var state = new SoftState(constraints, declared);
        state.AddDomains(feasible);
        state.CountPods(pod, nodes);
        cycle.Set(state);
        return Verdict.Success;
    }

    public long Rate(CycleState cycle, PodFacts pod, NodeInfo node) => cycle.Get<SoftState>().Rate(node);

    public void Normalize(CycleState cycle, IReadOnlyList<NodeInfo> nodes, Span<long> scores)
    {
        var state = cycle.Get<SoftState>();
        long min = long.MaxValue, max = 0;
        for (var i = 0; i < scores.Length; i++)
        {
            if (!state.Ignores(nodes[i]))
            {
                min = Math.Min(min, scores[i]);
                max = Math.Max(max, scores[i]);
            }
        }

        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = state.Ignores(nodes[i]) ? 0 : max == 0 ? Score.Max : Score.Max * (max + min - scores[i]) / max;
        }
    }

    private SpreadConstraint[] DefaultsFor(PodFacts pod, Snapshot nodes) =>
        facts.SiblingsOf(pod.Pod) is { } siblings ? SpreadConstraint.Defaults(pod, siblings, nodes) : [];

    private static void Count(PodFacts pod, SpreadConstraint[] constraints, Dictionary<string, int>[] domains, NodeInfo node)
    {
        for (var i = 0; i < constraints.Length; i++)
        {
            if (constraints[i].Includes(pod, node))
            {
                var domain = node.Labels[constraints[i].TopologyKey];
                domains[i][domain] = domains[i].GetValueOrDefault(domain) + constraints[i].CountOn(node);
            }
        }
    }

    /// <summary>The emptiest domain's count; 0 while there are fewer domains than the pod wants, as if another empty one existed.</summary>
    private static int Minimum(SpreadConstraint constraint, Dictionary<string, int> domains) =>
        domains.Count == 0 || domains.Count < constraint.MinDomains ? 0 : domains.Values.Min();

    private sealed record HardState(SpreadConstraint[] Constraints, Dictionary<string, int>[] Domains, int[] Minimums);

    /// <summary>Counts per domain for the scores. A domain counts for less the fewer of its kind there are, so hosts do not drown zones.</summary>
    private sealed class SoftState(SpreadConstraint[] constraints, bool requireAllKeys)
    {
        private readonly Dictionary<string, int>[] _domains = [.. constraints.Select(_ => new Dictionary<string, int>(StringComparer.Ordinal))];
        private readonly double[] _weights = new double[constraints.Length];

        public bool Ignores(NodeInfo node) => requireAllKeys && !SpreadConstraint.HasAllKeys(constraints, node);

        public void AddDomains(IReadOnlyList<NodeInfo> feasible)
        {
            var counted = 0;
            foreach (var node in feasible)
            {
                if (Ignores(node))
                {
                    continue;
                }

                counted++;
                for (var i = 0; i < constraints.Length; i++)
                {
                    if (!constraints[i].IsPerNode && node.Labels.TryGetValue(constraints[i].TopologyKey, out var domain))
                    {
                        _domains[i].TryAdd(domain, 0);
                    }
                }
            }

            for (var i = 0; i < constraints.Length; i++)
            {
                _weights[i] = Math.Log((constraints[i].IsPerNode ? counted : _domains[i].Count) + 2);
            }
        }

        public void CountPods(PodFacts pod, Snapshot nodes)
        {
            if (!requireAllKeys && Array.TrueForAll(constraints, c => c.IsPerNode || c.CountsByZone(pod)))
            {
                for (var i = 0; i < constraints.Length; i++)
                {
                    if (!constraints[i].IsPerNode)
                    {
                        constraints[i].CountIn(nodes.Zones, _domains[i]);
                    }
                }

                return;
            }

            foreach (var node in nodes.Nodes)
            {
                Count(pod, node);
            }
        }

        private void Count(PodFacts pod, NodeInfo node)
        {
            if (Ignores(node))
            {
                return;
            }

            for (var i = 0; i < constraints.Length; i++)
            {
                if (!constraints[i].IsPerNode && node.Labels.TryGetValue(constraints[i].TopologyKey, out var domain)
                    && _domains[i].TryGetValue(domain, out var count) && constraints[i].Includes(pod, node))
                {
                    _domains[i][domain] = count + constraints[i].CountOn(node);
                }
            }
        }

        public long Rate(NodeInfo node)
        {
            if (Ignores(node))
            {
                return 0;
            }

            double score = 0;
            for (var i = 0; i < constraints.Length; i++)
            {
                if (node.Labels.TryGetValue(constraints[i].TopologyKey, out var domain))
                {
                    var count = constraints[i].IsPerNode ? constraints[i].CountOn(node) : _domains[i].GetValueOrDefault(domain);
                    score += (count * _weights[i]) + (constraints[i].MaxSkew - 1);
                }
            }

            return (long)Math.Round(score, MidpointRounding.AwayFromZero);
        }
    }
}
