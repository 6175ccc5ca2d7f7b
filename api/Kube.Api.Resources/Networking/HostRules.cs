using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Networking;

/// <summary>What a host of an Ingress may look like.</summary>
internal static class HostRules
{
    private const string WildcardText = "a wildcard DNS-1123 subdomain must start with '*.', followed by a valid DNS subdomain, which must consist of lower case alphanumeric characters, '-' or '.' and end with an alphanumeric character (e.g. '*.example.com', regex used for validation is '\\*\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";

    /// <summary>A host name, whose first label may be a wildcard.</summary>
    public static void Check(string? host, FieldPath path, FieldErrors errors)
    {
        var problem = host?.Contains('*', StringComparison.Ordinal) == true ? WildcardError(host) : ObjectNames.DnsSubdomainError(host ?? "");
        if (problem is not null)
        {
            errors.Invalid(path, host ?? "", problem);
        }
    }

    /// <summary>A name and not an address.</summary>
    public static void CheckNoAddress(string host, FieldPath path, FieldErrors errors)
    {
        if (FieldRules.IsIP(host))
        {
            errors.Invalid(path, host, "must be a DNS name, not an IP address");
        }
    }

    private static string? WildcardError(string host) => host.Length > 253 ? "must be no more than 253 bytes"
        : host.StartsWith("*.", StringComparison.Ordinal) && ObjectNames.DnsSubdomainError(host[2..]) is null ? null : WildcardText;
}
