using Kube.Api.FlowControl.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.FlowControl;

/// <summary>The rules of how a flow schema says which requests it is for: lists of words, or the one word for everything.</summary>
internal static class FlowRuleValidation
{
    /// <summary>The word for everything.</summary>
    public const string All = "*";

    private static readonly string[] s_verbs = ["create", "delete", "deletecollection", "get", "list", "patch", "proxy", "update", "watch"];

    public static void Check(ResourcePolicyRule rule, FieldPath path, FieldErrors errors)
    {
        CheckVerbs(rule.Verbs, path, errors);
        CheckList(rule.ApiGroups, path.Child("apiGroups"), "resource rules must supply at least one api group", "api groups", errors);
        CheckList(rule.Resources, path.Child("resources"), "resource rules must supply at least one resource", "resources", errors);
        var namespaces = path.Child("namespaces");
        if (rule.Namespaces is { Count: > 0 } || rule.ClusterScope != true)
        {
            CheckList(rule.Namespaces, namespaces, "resource rules that are not cluster scoped must supply at least one namespace", "namespaces", errors);
        }

        for (var i = 0; i < (rule.Namespaces?.Count ?? 0); i++)
        {
            if (rule.Namespaces![i] != All && ObjectNames.DnsLabelError(rule.Namespaces[i]) is { } problem)
            {
                errors.Invalid(namespaces.Index(i), rule.Namespaces[i], problem);
            }
        }
    }

    public static void Check(NonResourcePolicyRule rule, FieldPath path, FieldErrors errors)
    {
        CheckVerbs(rule.Verbs, path, errors);
        var urls = path.Child("nonResourceURLs");
        CheckList(rule.NonResourceURLs, urls, "nonResourceURLs must contain at least one value", "non-resource URLs", errors);
        for (var i = 0; i < (rule.NonResourceURLs?.Count ?? 0); i++)
        {
            if (rule.NonResourceURLs![i] != All && UrlError(rule.NonResourceURLs[i]) is { } problem)
            {
                errors.Invalid(urls.Index(i), rule.NonResourceURLs[i], problem);
            }
        }
    }

    private static void CheckVerbs(List<string>? verbs, FieldPath path, FieldErrors errors)
    {
        CheckList(verbs, path.Child("verbs"), "verbs must contain at least one value", "verbs", errors);
        if (verbs is { Count: > 0 } && !verbs.Contains(All) && !verbs.All(s_verbs.Contains))
        {
            errors.NotSupported(path.Child("verbs"), FieldRules.Shown(verbs), s_verbs);
        }
    }

    private static void CheckList(List<string>? values, FieldPath path, string required, string others, FieldErrors errors)
    {
        if (values is not { Count: > 0 })
        {
            errors.Required(path, required);
        }
        else if (values.Count > 1 && values.Contains(All))
        {
            errors.Invalid(path, FieldRules.Shown(values), $"if '*' is present, must not specify other {others}");
        }
    }

    private static string? UrlError(string url) => url.Length == 0 ? "must not be empty"
        : url[0] != '/' ? "must start with slash"
        : url.Contains(' ', StringComparison.Ordinal) ? "must not contain white-space"
        : url.Contains("//", StringComparison.Ordinal) ? "must not contain double slash"
        : url.IndexOf('*', StringComparison.Ordinal) is >= 0 and var star && (star != url.Length - 1 || !url.EndsWith("/*", StringComparison.Ordinal)) ? "wildcard can only do suffix matching" : null;
}
