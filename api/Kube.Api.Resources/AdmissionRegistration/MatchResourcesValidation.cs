using Kube.Api.AdmissionRegistration.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.AdmissionRegistration;

/// <summary>The rules of what policies and bindings match, and of the kind of their parameters.</summary>
internal static class MatchResourcesValidation
{
    /// <summary>For a policy, which must name at least one rule.</summary>
    public static void CheckConstraints(MatchResources? match, FieldPath path, FieldErrors errors)
    {
        if (match is null)
        {
            errors.Required(path);
            return;
        }

        Check(match, path, errors);
        if (match.ResourceRules is not { Count: > 0 })
        {
            errors.Required(path.Child("resourceRules"));
        }
    }

    public static void Check(MatchResources? match, FieldPath path, FieldErrors errors)
    {
        if (match is null)
        {
            return;
        }

        FieldRules.OneOf(match.MatchPolicy, path.Child("matchPolicy"), errors, MatchPolicyType.Equivalent, MatchPolicyType.Exact);
        LabelSelectorValidation.Check(match.NamespaceSelector, path.Child("namespaceSelector"), errors);
        LabelSelectorValidation.Check(match.ObjectSelector, path.Child("objectSelector"), errors);
        CheckRules(match.ResourceRules ?? [], path.Child("resourceRules"), errors);
        CheckRules(match.ExcludeResourceRules ?? [], path.Child("excludeResourceRules"), errors);
    }

    public static void CheckKind(ParamKind? kind, FieldPath path, FieldErrors errors)
    {
        if (kind is null)
        {
            return;
        }

        CheckVersion(kind.ApiVersion, path.Child("apiVersion"), errors);
        FieldRules.Required(kind.Kind, path.Child("kind"), errors);
        if (kind.Kind is { Length: > 0 } name && ObjectNames.Dns1035LabelError(name.ToLowerInvariant()) is { } problem)
        {
            errors.Invalid(path.Child("kind"), name, "may have mixed case, but should otherwise match: " + problem);
        }
    }

    private static void CheckVersion(string? text, FieldPath path, FieldErrors errors)
    {
        FieldRules.Required(text, path, errors);
        if (string.IsNullOrEmpty(text))
        {
            return;
        }

        var parts = text.Split('/');
        if (parts.Length > 2)
        {
            errors.Invalid(path, text, $"unexpected GroupVersion string: {text}");
            return;
        }

        if (parts.Length == 2)
        {
            FieldRules.Name(parts[0], ObjectNames.DnsSubdomainError, path, errors);
        }

        FieldRules.Name(parts[^1], ObjectNames.Dns1035LabelError, path, errors);
        if (parts[^1].Length == 0)
        {
            errors.Invalid(path, text, "version must be specified");
        }
    }

    private static void CheckRules(List<NamedRuleWithOperations> rules, FieldPath path, FieldErrors errors)
    {
        for (var i = 0; i < rules.Count; i++)
        {
            var (rule, at) = (rules[i], path.Index(i));
            var names = new HashSet<string>(StringComparer.Ordinal);
            for (var j = 0; j < (rule.ResourceNames?.Count ?? 0); j++)
            {
                var name = rule.ResourceNames![j];
                if (name is "." or ".." || name.Contains('/', StringComparison.Ordinal) || name.Contains('%', StringComparison.Ordinal))
                {
                    errors.Invalid(at.Child("resourceNames").Index(j), name, name is "." or ".." ? $"may not be '{name}'" : "may not contain '/' or '%'");
                }

                if (!names.Add(name))
                {
                    errors.Duplicate(at.Child("resourceNames").Index(j), name);
                }
            }

            RuleValidation.Check(new RuleFacts(rule.Operations ?? [], rule.ApiGroups ?? [], rule.ApiVersions ?? [], rule.Resources ?? [], rule.Scope), at, errors);
        }
    }
}
