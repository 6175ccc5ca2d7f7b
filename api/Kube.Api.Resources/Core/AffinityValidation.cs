using Kube.Api.Core.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Core;

/// <summary>The rules of node affinity, pod affinity and pod anti-affinity.</summary>
internal static class AffinityValidation
{
    private const string Required = "requiredDuringSchedulingIgnoredDuringExecution";
    private const string Preferred = "preferredDuringSchedulingIgnoredDuringExecution";

    public static void Check(Affinity? affinity, FieldPath path, FieldErrors errors)
    {
        if (affinity?.NodeAffinity is { } node)
        {
            Check(node, path.Child("nodeAffinity"), errors);
        }

        if (affinity?.PodAffinity is { } pods)
        {
            Check(pods.RequiredDuringSchedulingIgnoredDuringExecution, pods.PreferredDuringSchedulingIgnoredDuringExecution, path.Child("podAffinity"), errors);
        }

        if (affinity?.PodAntiAffinity is { } anti)
        {
            Check(anti.RequiredDuringSchedulingIgnoredDuringExecution, anti.PreferredDuringSchedulingIgnoredDuringExecution, path.Child("podAntiAffinity"), errors);
        }
    }

    /// <summary>A choice of nodes: of the terms, one must hold.</summary>
    public static void CheckNodes(NodeSelector nodes, FieldPath path, FieldErrors errors)
    {
        var at = path.Child("nodeSelectorTerms");
        if (nodes.NodeSelectorTerms is not { Count: > 0 })
        {
            errors.Required(at, "must have at least one node selector term");
        }

        for (var i = 0; i < (nodes.NodeSelectorTerms?.Count ?? 0); i++)
        {
            Check(nodes.NodeSelectorTerms![i], at.Index(i), errors);
        }
    }

    private static void Check(NodeAffinity affinity, FieldPath path, FieldErrors errors)
    {
        if (affinity.RequiredDuringSchedulingIgnoredDuringExecution is { } required)
        {
            CheckNodes(required, path.Child(Required), errors);
        }

        var preferred = affinity.PreferredDuringSchedulingIgnoredDuringExecution ?? [];
        for (var i = 0; i < preferred.Count; i++)
        {
            var at = path.Child(Preferred).Index(i);
            CheckWeight(preferred[i].Weight, at.Child("weight"), errors);
            Check(preferred[i].Preference ?? new NodeSelectorTerm(), at.Child("preference"), errors);
        }
    }

    private static void Check(NodeSelectorTerm term, FieldPath path, FieldErrors errors)
    {
        for (var i = 0; i < (term.MatchExpressions?.Count ?? 0); i++)
        {
            var (expression, at) = (term.MatchExpressions![i], path.Child("matchExpressions").Index(i));
            CheckValues(expression, at, errors);
            FieldRules.QualifiedName(expression.Key, at.Child("key"), errors);
        }

        for (var i = 0; i < (term.MatchFields?.Count ?? 0); i++)
        {
            CheckField(term.MatchFields![i], path.Child("matchFields").Index(i), errors);
        }
    }

    private static void CheckValues(NodeSelectorRequirement requirement, FieldPath path, FieldErrors errors)
    {
        var count = requirement.Values?.Count ?? 0;
        switch (requirement.Operator)
        {
            case NodeSelectorOperator.In or NodeSelectorOperator.NotIn when count == 0:
                errors.Required(path.Child("values"), "must be specified when `operator` is 'In' or 'NotIn'");
                break;
            case NodeSelectorOperator.Exists or NodeSelectorOperator.DoesNotExist when count > 0:
                errors.Forbidden(path.Child("values"), "may not be specified when `operator` is 'Exists' or 'DoesNotExist'");
                break;
            case NodeSelectorOperator.Gt or NodeSelectorOperator.Lt when count != 1:
                errors.Required(path.Child("values"), "must be specified single value when `operator` is 'Lt' or 'Gt'");
                break;
            case NodeSelectorOperator.In or NodeSelectorOperator.NotIn or NodeSelectorOperator.Exists
                or NodeSelectorOperator.DoesNotExist or NodeSelectorOperator.Gt or NodeSelectorOperator.Lt:
                break;
            default:
                errors.Invalid(path.Child("operator"), requirement.Operator ?? "", "not a valid selector operator");
                break;
        }
    }

    private static void CheckField(NodeSelectorRequirement requirement, FieldPath path, FieldErrors errors)
    {
        if (requirement.Operator is not (NodeSelectorOperator.In or NodeSelectorOperator.NotIn))
        {
            errors.Invalid(path.Child("operator"), requirement.Operator ?? "", "not a valid selector operator");
        }
        else if (requirement.Values is not { Count: 1 })
        {
            errors.Required(path.Child("values"), "must be only one value when `operator` is 'In' or 'NotIn' for node field selector");
        }

        if (requirement.Key != "metadata.name")
        {
            errors.Invalid(path.Child("key"), requirement.Key ?? "", "not a valid field selector key");
        }
    }

    private static void Check(List<PodAffinityTerm>? required, List<WeightedPodAffinityTerm>? preferred, FieldPath path, FieldErrors errors)
    {
        for (var i = 0; i < (required?.Count ?? 0); i++)
        {
            Check(required![i], path.Child(Required).Index(i), errors);
        }

        for (var i = 0; i < (preferred?.Count ?? 0); i++)
        {
            var at = path.Child(Preferred).Index(i);
            CheckWeight(preferred![i].Weight, at.Child("weight"), errors);
            Check(preferred[i].PodAffinityTerm ?? new PodAffinityTerm(), at.Child("podAffinityTerm"), errors);
        }
    }

    private static void Check(PodAffinityTerm term, FieldPath path, FieldErrors errors)
    {
        LabelSelectorValidation.Check(term.LabelSelector, path.Child("labelSelector"), errors);
        LabelSelectorValidation.Check(term.NamespaceSelector, path.Child("namespaceSelector"), errors);
        foreach (var name in term.Namespaces ?? [])
        {
            FieldRules.Name(name, ObjectNames.DnsLabelError, path.Child("namespace"), errors);
        }

        if (string.IsNullOrEmpty(term.TopologyKey))
        {
            errors.Required(path.Child("topologyKey"), "can not be empty");
        }
        else
        {
            FieldRules.QualifiedName(term.TopologyKey, path.Child("topologyKey"), errors);
        }
    }

    private static void CheckWeight(int? weight, FieldPath path, FieldErrors errors)
    {
        if (weight is null or < 1 or > 100)
        {
            errors.Invalid(path, weight ?? 0, "must be in the range 1-100");
        }
    }
}
