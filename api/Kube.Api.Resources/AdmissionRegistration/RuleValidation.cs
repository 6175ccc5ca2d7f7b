using Kube.Api.AdmissionRegistration.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.AdmissionRegistration;

/// <summary>The rules of rules: operations on resources.</summary>
internal static class RuleValidation
{
    private const string All = "*";
    private static readonly string[] s_operations = [OperationType.All, OperationType.Connect, OperationType.Create, OperationType.Delete, OperationType.Update];

    public static void Check(RuleFacts rule, FieldPath path, FieldErrors errors)
    {
        CheckList(rule.Operations, path.Child("operations"), "operations", errors);
        for (var i = 0; i < rule.Operations.Count; i++)
        {
            if (!s_operations.Contains(rule.Operations[i]))
            {
                errors.NotSupported(path.Child("operations").Index(i), rule.Operations[i], s_operations);
            }
        }

        CheckList(rule.ApiGroups, path.Child("apiGroups"), "API groups", errors);
        CheckList(rule.ApiVersions, path.Child("apiVersions"), "API versions", errors);
        for (var i = 0; i < rule.ApiVersions.Count; i++)
        {
            FieldRules.Required(rule.ApiVersions[i], path.Child("apiVersions").Index(i), errors);
        }

        CheckResources(rule.Resources, path.Child("resources"), errors);
        FieldRules.AbsentOrOneOf(rule.Scope, path.Child("scope"), errors, ScopeType.All, ScopeType.Cluster, ScopeType.Namespaced);
    }

    private static void CheckList(IReadOnlyList<string> items, FieldPath path, string what, FieldErrors errors)
    {
        if (items.Count == 0)
        {
            errors.Required(path);
        }

        if (items.Count > 1 && items.Contains(All))
        {
            errors.Invalid(path, FieldRules.Shown(items.ToList()), $"if '*' is present, must not specify other {what}");
        }
    }

    private static void CheckResources(IReadOnlyList<string> resources, FieldPath path, FieldErrors errors)
    {
        if (resources.Count == 0)
        {
            errors.Required(path);
        }

        var (wholeResources, wholeParts) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        for (var i = 0; i < resources.Count; i++)
        {
            FieldRules.Required(resources[i], path.Index(i), errors);
            if (resources[i]?.Split('/', 2) is not [var resource, var part])
            {
                continue;
            }

            if (wholeResources.Contains(resource))
            {
                errors.Invalid(path.Index(i), resources[i], $"if '{resource}/*' is present, must not specify {resources[i]}");
            }

            if (wholeParts.Contains(part))
            {
                errors.Invalid(path.Index(i), resources[i], $"if '*/{part}' is present, must not specify {resources[i]}");
            }

            _ = (part == All && wholeResources.Add(resource), resource == All && wholeParts.Add(part));
        }

        if (resources.Count > 1 && resources.Contains("*/*"))
        {
            errors.Invalid(path, FieldRules.Shown(resources.ToList()), "if '*/*' is present, must not specify other resources");
        }

        if (resources.Contains(All) && resources.Any(r => r is { Length: > 0 } and not All && !r.Contains('/', StringComparison.Ordinal)))
        {
            errors.Invalid(path, FieldRules.Shown(resources.ToList()), "if '*' is present, must not specify other resources without subresources");
        }
    }
}
