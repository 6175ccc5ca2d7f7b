using System.Globalization;
using Kube.Api.Core.V1;
using Kube.Api.Scheduling;

namespace Kube.Scheduler.Nodes;

/// <summary>Whether a node is one the pod wants to run on: its nodeSelector and the required terms of its node affinity. Pure.</summary>
internal static class NodeAffinityRules
{
    /// <summary>The one field of a node that can be selected.</summary>
    public const string NameField = "metadata.name";

    private static readonly Dictionary<string, string> s_none = [];

    public static bool Allows(PodSpec? spec, NodeInfo node)
    {
        if (spec?.NodeSelector is { } selector)
        {
            foreach (var (key, value) in selector)
            {
                if (!node.Labels.TryGetValue(key, out var actual) || actual != value)
                {
                    return false;
                }
            }
        }

        var required = spec?.Affinity?.NodeAffinity?.RequiredDuringSchedulingIgnoredDuringExecution;
        return required is null || MatchesAny(required.NodeSelectorTerms, node);
    }

    /// <summary>The labels that keep the pod off the node: those of its nodeSelector, and those of the affinity term that lacks the fewest.</summary>
    public static List<DecisionNeed> Missing(PodSpec? spec, NodeInfo node)
    {
        var needs = new List<DecisionNeed>();
        foreach (var (key, value) in spec?.NodeSelector ?? [])
        {
            var actual = node.Labels.GetValueOrDefault(key);
            if (actual != value)
            {
                needs.Add(Need(key, value, actual, NodeSelectorOperator.In));
            }
        }

        var required = spec?.Affinity?.NodeAffinity?.RequiredDuringSchedulingIgnoredDuringExecution;
        if (required?.NodeSelectorTerms is { Count: > 0 } terms && !MatchesAny(terms, node))
        {
            needs.AddRange(terms.Select(term => Unmet(term, node).ToList()).MinBy(unmet => unmet.Count)!);
        }

        return needs;
    }

    /// <summary>How many labels of its nodeSelector the node lacks.</summary>
    public static int CountMissing(PodSpec? spec, NodeInfo node)
    {
        var missing = 0;
        foreach (var (key, value) in spec?.NodeSelector ?? s_none)
        {
            missing += node.Labels.TryGetValue(key, out var actual) && actual == value ? 0 : 1;
        }

        return missing;
    }

    /// <summary>Terms are alternatives; a term without any condition selects nothing.</summary>
    public static bool MatchesAny(List<NodeSelectorTerm>? terms, NodeInfo node) => terms is not null && terms.Exists(term => Matches(term, node));

    public static bool Matches(NodeSelectorTerm term, NodeInfo node)
    {
        if (term.MatchExpressions is not { Count: > 0 } && term.MatchFields is not { Count: > 0 })
        {
            return false;
        }

        foreach (var requirement in term.MatchExpressions ?? [])
        {
            if (!Matches(requirement, node.Labels.GetValueOrDefault(requirement.Key ?? "")))
            {
                return false;
            }
        }

        foreach (var requirement in term.MatchFields ?? [])
        {
            if (!Matches(requirement, requirement.Key == NameField ? node.Name : null))
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<DecisionNeed> Unmet(NodeSelectorTerm term, NodeInfo node)
    {
        var labels = (term.MatchExpressions ?? []).Select(r => (Requirement: r, Actual: node.Labels.GetValueOrDefault(r.Key ?? "")));
        var fields = (term.MatchFields ?? []).Select(r => (Requirement: r, Actual: r.Key == NameField ? node.Name : null));
        return labels.Concat(fields!)
            .Where(pair => !Matches(pair.Requirement, pair.Actual))
            .Select(pair => Need(pair.Requirement.Key, string.Join(",", pair.Requirement.Values ?? []), pair.Actual, pair.Requirement.Operator));
    }

    private static DecisionNeed Need(string? key, string wants, string? has, string? comparison) =>
        new() { Kind = DecisionNeedKind.Label, Name = key, Wants = wants, Has = has, Of = comparison };

    private static bool Matches(NodeSelectorRequirement requirement, string? actual) => requirement.Operator switch
    {
        NodeSelectorOperator.In => actual is not null && requirement.Values?.Contains(actual) == true,
        NodeSelectorOperator.NotIn => actual is null || requirement.Values?.Contains(actual) != true,
        NodeSelectorOperator.Exists => actual is not null,
        NodeSelectorOperator.DoesNotExist => actual is null,
        NodeSelectorOperator.Gt => TryCompare(requirement, actual, out var order) && order > 0,
        NodeSelectorOperator.Lt => TryCompare(requirement, actual, out var order) && order < 0,
        _ => false,
    };

    private static bool TryCompare(NodeSelectorRequirement requirement, string? actual, out int order)
    {
        order = 0;
        if (requirement.Values is not [var limit] || !TryNumber(actual, out var left) || !TryNumber(limit, out var right))
        {
            return false;
        }

        order = left.CompareTo(right);
        return true;
    }

    private static bool TryNumber(string? text, out long number) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
}
