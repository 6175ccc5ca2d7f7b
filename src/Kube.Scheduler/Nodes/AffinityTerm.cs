using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;
using Kube.Machinery.Selectors;
using Kube.Scheduler.Framework;

namespace Kube.Scheduler.Nodes;

/// <summary>One wish of a pod about the pods around it, ready to be asked.</summary>
internal sealed class AffinityTerm
{
    private readonly Selector _selector;
    private readonly HashSet<string> _namespaces;
    private readonly Selector? _namespaceSelector;

    private AffinityTerm(Pod owner, PodAffinityTerm term, int weight)
    {
        Weight = weight;
        TopologyKey = term.TopologyKey ?? "";
        _selector = SelectorOf(owner, term);
        _namespaceSelector = term.NamespaceSelector is null ? null : LabelSelection.From(term.NamespaceSelector);
        _namespaces = [.. term.Namespaces ?? []];
        if (_namespaces.Count == 0 && _namespaceSelector is null)
        {
            _namespaces.Add(owner.Metadata?.Namespace ?? "");
        }

        Key = string.Join('\n', [TopologyKey, Text(_selector), Text(_namespaceSelector), .. _namespaces.Order(StringComparer.Ordinal)]);
    }

    /// <summary>Equal for terms that ask the same, whoever's they are; the weight does not count.</summary>
    public string Key { get; }

    /// <summary>The node label whose equal values make nodes "the same place".</summary>
    public string TopologyKey { get; }

    /// <summary>How much the wish counts; 0 for a required term.</summary>
    public int Weight { get; }

    public bool Matches(string ns, IReadOnlyDictionary<string, string> labels, IClusterFacts facts) =>
        CoversNamespace(ns, facts) && _selector.Matches(labels);

    public bool Matches(PodFacts pod, IClusterFacts facts) => Matches(pod.Namespace, pod.Labels, facts);

    public static AffinityTerm[] From(Pod owner, List<PodAffinityTerm>? terms) =>
        terms is null ? [] : [.. terms.Select(term => new AffinityTerm(owner, term, 0))];

    public static AffinityTerm[] From(Pod owner, List<WeightedPodAffinityTerm>? terms) =>
        terms is null ? [] : [.. terms.Where(t => t.PodAffinityTerm is not null).Select(t => new AffinityTerm(owner, t.PodAffinityTerm!, t.Weight ?? 0))];

    public static bool AllMatch(AffinityTerm[] terms, string ns, IReadOnlyDictionary<string, string> labels, IClusterFacts facts)
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

    /// <summary>The pods that are meant, as a label selector.</summary>
    public override string ToString() => Text(_selector);

    private bool CoversNamespace(string ns, IClusterFacts facts) => _namespaces.Contains(ns)
        || (_namespaceSelector is not null && (_namespaceSelector.IsEverything || _namespaceSelector.Matches(facts.NamespaceLabels(ns))));

    private static string Text(Selector? selector) => selector is null || ReferenceEquals(selector, Selector.Nothing) ? "!" : selector.ToString();

    private static Selector SelectorOf(Pod owner, PodAffinityTerm term)
    {
        if (term.LabelSelector is null)
        {
            return Selector.Nothing;
        }

        var labels = owner.Metadata?.Labels;
        var selector = LabelSelection.WithKeys(LabelSelection.From(term.LabelSelector), labels, term.MatchLabelKeys, SelectorOperator.In);
        return LabelSelection.WithKeys(selector, labels, term.MismatchLabelKeys, SelectorOperator.NotIn);
    }
}
