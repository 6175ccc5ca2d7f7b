using Kube.Api.Rbac.V1;

namespace Kube.ApiServer.Authorization.Rbac;

/// <summary>Whether a rule is about a request. Pure.</summary>
internal static class RuleMatch
{
    private const string All = "*";

    public static bool Allows(PolicyRule rule, AccessRequest request) => request.Path is { } path
        ? Has(rule.Verbs, request.Verb) && (rule.NonResourceURLs?.Exists(url => CoversPath(url, path)) ?? false)
        : Has(rule.Verbs, request.Verb)
            && Has(rule.ApiGroups, request.Group)
            && (rule.Resources?.Exists(r => CoversResource(r, request.FullResource, request.Subresource)) ?? false)
            && (rule.ResourceNames is not { Count: > 0 } names || names.Contains(request.Name));

    /// <summary>Whether a resource as rules write it is one of a request: itself, everything, or a subresource of every resource.</summary>
    public static bool CoversResource(string ruled, string resource, string subresource) => ruled == All || ruled == resource
        || (subresource.Length > 0 && ruled.Length == subresource.Length + 2 && ruled.StartsWith("*/", StringComparison.Ordinal) && ruled.EndsWith(subresource, StringComparison.Ordinal));

    /// <summary>Whether a path as rules write it, which may end in <c>*</c>, is a path.</summary>
    public static bool CoversPath(string ruled, string path) => ruled == All || ruled == path
        || (ruled.EndsWith('*') && path.StartsWith(ruled.TrimEnd('*'), StringComparison.Ordinal));

    private static bool Has(List<string>? values, string value) => values is not null && (values.Contains(All) || values.Contains(value));
}
