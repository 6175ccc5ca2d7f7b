using Kube.Api.Rbac.V1;

namespace Kube.ApiServer.Authorization.Rbac;

/// <summary>Whether somebody who holds rules holds others with them: nobody may give away what they do not have. Pure.</summary>
internal static class RuleCover
{
    /// <summary>The parts of the wanted rules, one verb on one thing each, that no held rule covers.</summary>
    public static List<PolicyRule> Missing(IReadOnlyList<PolicyRule> held, IEnumerable<PolicyRule> wanted) =>
        [.. wanted.SelectMany(Parts).Where(part => !held.Any(h => Covers(h, part)))];

    private static IEnumerable<PolicyRule> Parts(PolicyRule rule)
    {
        foreach (var verb in rule.Verbs ?? [])
        {
            foreach (var url in rule.NonResourceURLs ?? [])
            {
                yield return new PolicyRule { Verbs = [verb], NonResourceURLs = [url] };
            }

            foreach (var (group, resource) in (rule.ApiGroups ?? []).SelectMany(g => (rule.Resources ?? []).Select(r => (g, r))))
            {
                if (rule.ResourceNames is not { Count: > 0 } names)
                {
                    yield return new PolicyRule { Verbs = [verb], ApiGroups = [group], Resources = [resource] };
                    continue;
                }

                foreach (var name in names)
                {
                    yield return new PolicyRule { Verbs = [verb], ApiGroups = [group], Resources = [resource], ResourceNames = [name] };
                }
            }
        }
    }

    private static bool Covers(PolicyRule held, PolicyRule part)
    {
        if (!Has(held.Verbs, part.Verbs![0]))
        {
            return false;
        }

        if (part.NonResourceURLs is { } urls)
        {
            return held.NonResourceURLs?.Exists(h => RuleMatch.CoversPath(h, urls[0])) ?? false;
        }

        var resource = part.Resources![0];
        var slash = resource.IndexOf('/', StringComparison.Ordinal);
        var subresource = slash < 0 ? "" : resource[(slash + 1)..];
        return Has(held.ApiGroups, part.ApiGroups![0])
            && (held.Resources?.Exists(r => RuleMatch.CoversResource(r, resource, subresource)) ?? false)
            && (held.ResourceNames is not { Count: > 0 } names || (part.ResourceNames is { } wanted && names.Contains(wanted[0])));
    }

    private static bool Has(List<string>? values, string value) => values is not null && (values.Contains("*") || values.Contains(value));
}
