using System.Globalization;
using Kube.Api.Core.V1;

namespace Kube.Scheduler.Nodes;

/// <summary>Whether a node is one the pod wants to run on: its nodeSelector and the required terms of its node affinity. Pure.</summary>
internal static class NodeAffinityRules
{
    /// <summary>The one field of a node that can be selected.</summary>
    public const string NameField = "metadata.name";

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
