using Kube.Api.Core.V1;
using Kube.Machinery.Selectors;
using Kube.Scheduler.Nodes;

namespace Kube.Scheduler.Plugins;

/// <summary>One topology spread constraint of the pod at hand, with its selector asked once per shape of pods.</summary>
internal sealed class SpreadConstraint
{
    private readonly HashSet<PodShape> _counted = [];
    private readonly bool _honourAffinity;
    private readonly bool _honourTaints;

    private SpreadConstraint(PodFacts pod, string topologyKey, int maxSkew, Selector selector, Snapshot nodes, TopologySpreadConstraint? declared)
    {
        TopologyKey = topologyKey;
        MaxSkew = maxSkew;
        MinDomains = declared?.MinDomains ?? 1;
        SelfMatch = selector.Matches(pod.Labels) ? 1 : 0;
        _honourAffinity = declared?.NodeAffinityPolicy != NodeInclusionPolicy.Ignore;
        _honourTaints = declared?.NodeTaintsPolicy == NodeInclusionPolicy.Honor;
        foreach (var shape in nodes.Shapes)
        {
            if (shape.Namespace == pod.Namespace && selector.Matches(shape.Labels))
            {
                _counted.Add(shape);
            }
        }
    }

    public string TopologyKey { get; }

    public int MaxSkew { get; }

    public int MinDomains { get; }

    /// <summary>1 when the pod counts towards its own constraint.</summary>
    public int SelfMatch { get; }

    public bool IsPerNode => TopologyKey == WellKnownLabels.Hostname;

    /// <summary>The constraints a pod declares, of one kind.</summary>
    public static SpreadConstraint[] Declared(PodFacts pod, Snapshot nodes, string whenUnsatisfiable)
    {
        if (pod.Pod.Spec?.TopologySpreadConstraints is not { Count: > 0 } declared)
        {
            return [];
        }

        return [.. declared.Where(c => c.WhenUnsatisfiable == whenUnsatisfiable)
            .Select(c => new SpreadConstraint(pod, c.TopologyKey ?? "", c.MaxSkew ?? 1, SelectorOf(pod, c), nodes, c))];
    }

    /// <summary>What Kubernetes wishes for pods that declare nothing: spread siblings over hosts, and less strictly over zones.</summary>
    public static SpreadConstraint[] Defaults(PodFacts pod, Selector siblings, Snapshot nodes) =>
    [
        new(pod, WellKnownLabels.Hostname, 3, siblings, nodes, null),
        new(pod, WellKnownLabels.Zone, 5, siblings, nodes, null),
    ];

    /// <summary>Whether the node takes part in the balance for this pod.</summary>
    public bool Includes(PodFacts pod, NodeInfo node) =>
        (!_honourAffinity || NodeAffinityRules.Allows(pod.Pod.Spec, node))
        && (!_honourTaints || Tolerations.FirstUntolerated(pod.Pod.Spec?.Tolerations, node) is null);

    /// <summary>True when the balance is over zones and every node takes part in it, so that <see cref="CountIn"/> answers without asking the nodes.</summary>
    public bool CountsByZone(PodFacts pod) => TopologyKey == WellKnownLabels.Zone && !_honourTaints
        && (!_honourAffinity || (pod.Pod.Spec?.NodeSelector is null && pod.Pod.Spec?.Affinity?.NodeAffinity is null));

    /// <summary>Adds the pods that count to the zones in <paramref name="domains"/>.</summary>
    public void CountIn(ZoneCounts zones, Dictionary<string, int> domains)
    {
        foreach (var shape in _counted)
        {
            foreach (var (zone, count) in zones.Of(shape))
            {
                if (domains.TryGetValue(zone, out var known))
                {
                    domains[zone] = known + count;
                }
            }
        }
    }

    /// <summary>How many pods on the node count.</summary>
    public int CountOn(NodeInfo node)
    {
        if (_counted.Count == 0)
        {
            return 0;
        }

        var count = 0;
        var shapes = node.Shapes;
        for (var i = 0; i < shapes.Count; i++)
        {
            if (_counted.Contains(shapes[i].Shape))
            {
                count += shapes[i].Staying;
            }
        }

        return count;
    }

    public static bool HasAllKeys(SpreadConstraint[] constraints, NodeInfo node)
    {
        foreach (var constraint in constraints)
        {
            if (!node.Labels.ContainsKey(constraint.TopologyKey))
            {
                return false;
            }
        }

        return true;
    }

    private static Selector SelectorOf(PodFacts pod, TopologySpreadConstraint constraint) =>
        LabelSelection.WithKeys(LabelSelection.From(constraint.LabelSelector), pod.Labels, constraint.MatchLabelKeys, SelectorOperator.In);
}
