using Kube.Api.Rbac.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Rbac;

/// <summary>The rules of what may stand in a role.</summary>
internal static class RoleValidation
{
    public static void CheckRules(List<PolicyRule>? rules, bool namespaced, FieldErrors errors)
    {
        var path = FieldPath.Of("rules");
        for (var i = 0; i < (rules?.Count ?? 0); i++)
        {
            Check(rules![i], namespaced, path.Index(i), errors);
        }
    }

    public static void CheckAggregation(AggregationRule? aggregation, FieldErrors errors)
    {
        if (aggregation is null)
        {
            return;
        }

        var path = FieldPath.Of("aggregationRule", "clusterRoleSelectors");
        var selectors = aggregation.ClusterRoleSelectors ?? [];
        if (selectors.Count == 0)
        {
            errors.Required(path, "at least one clusterRoleSelector required if aggregationRule is non-nil");
        }

        for (var i = 0; i < selectors.Count; i++)
        {
            LabelSelectorValidation.Check(selectors[i], path.Index(i), errors);
        }
    }

    private static void Check(PolicyRule rule, bool namespaced, FieldPath path, FieldErrors errors)
    {
        if (rule.Verbs is not { Count: > 0 })
        {
            errors.Required(path.Child("verbs"), "verbs must contain at least one value");
        }

        var resources = (rule.ApiGroups?.Count ?? 0) + (rule.Resources?.Count ?? 0) + (rule.ResourceNames?.Count ?? 0);
        if (rule.NonResourceURLs is { Count: > 0 } urls)
        {
            if (namespaced)
            {
                errors.Invalid(path.Child("nonResourceURLs"), FieldRules.Shown(urls), "namespaced rules cannot apply to non-resource URLs");
            }

            if (resources > 0)
            {
                errors.Invalid(path.Child("nonResourceURLs"), FieldRules.Shown(urls), "rules cannot apply to both regular resources and non-resource URLs");
            }

            return;
        }

        if (rule.ApiGroups is not { Count: > 0 })
        {
            errors.Required(path.Child("apiGroups"), "resource rules must supply at least one api group");
        }

        if (rule.Resources is not { Count: > 0 })
        {
            errors.Required(path.Child("resources"), "resource rules must supply at least one resource");
        }
    }
}
