using Kube.Api.Core.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Core;

/// <summary>The rules of dnsPolicy and dnsConfig.</summary>
internal static class PodDnsValidation
{
    private const int MaximumNameservers = 3;
    private const int MaximumSearches = 32;
    private const int MaximumSearchLength = 2048;

    public static void Check(PodSpec spec, FieldPath path, FieldErrors errors)
    {
        FieldRules.OneOf(spec.DnsPolicy, path.Child("dnsPolicy"), errors, DNSPolicy.ClusterFirstWithHostNet, DNSPolicy.ClusterFirst, DNSPolicy.Default, DNSPolicy.None);
        var config = path.Child("dnsConfig");
        if (spec.DnsPolicy == DNSPolicy.None)
        {
            if (spec.DnsConfig is null)
            {
                errors.Required(config, $"must provide `dnsConfig` when `dnsPolicy` is {DNSPolicy.None}");
                return;
            }

            if (spec.DnsConfig.Nameservers is not { Count: > 0 })
            {
                errors.Required(config.Child("nameservers"), $"must provide at least one DNS nameserver when `dnsPolicy` is {DNSPolicy.None}");
                return;
            }
        }

        CheckConfig(spec.DnsConfig ?? new PodDNSConfig(), config, errors);
    }

    private static void CheckConfig(PodDNSConfig config, FieldPath path, FieldErrors errors)
    {
        var nameservers = config.Nameservers ?? [];
        if (nameservers.Count > MaximumNameservers)
        {
            errors.Invalid(path.Child("nameservers"), FieldRules.Shown(nameservers), $"must not have more than {MaximumNameservers} nameservers");
        }

        for (var i = 0; i < nameservers.Count; i++)
        {
            FieldRules.IP(nameservers[i], path.Child("nameservers").Index(i), errors);
        }

        var searches = config.Searches ?? [];
        if (searches.Count > MaximumSearches)
        {
            errors.Invalid(path.Child("searches"), FieldRules.Shown(searches), $"must not have more than {MaximumSearches} search paths");
        }

        if (string.Join(' ', searches).Length > MaximumSearchLength)
        {
            errors.Invalid(path.Child("searches"), FieldRules.Shown(searches), $"must not have more than {MaximumSearchLength} characters (including spaces) in the search list");
        }

        for (var i = 0; i < searches.Count; i++)
        {
            FieldRules.Name(searches[i] == "." ? "" : searches[i].TrimEnd('.').Replace('_', 'x'), ObjectNames.DnsSubdomainError, path.Child("searches").Index(i), errors);
        }

        for (var i = 0; i < (config.Options?.Count ?? 0); i++)
        {
            FieldRules.Required(config.Options![i].Name, path.Child("options").Index(i), errors, "must not be empty");
        }
    }
}
