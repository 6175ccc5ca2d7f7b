namespace Kube.Api.Resources;

/// <summary>The forms names of objects may have; each check returns the error text, or null when the name is fine.</summary>
public static class ObjectNames
{
    private const string SubdomainText = "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
    private const string LabelText = "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";
    private const string Label1035Text = "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')";

    private const string ConfigKeyText = "a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')";

    /// <summary>RFC 1123 subdomain: most kinds.</summary>
    public static string? DnsSubdomainError(string name) => name.Length > 253 ? "must be no more than 253 bytes"
        : name.Split('.').All(IsLabel) ? null : SubdomainText;

    /// <summary>RFC 1123 label: namespaces, containers.</summary>
    public static string? DnsLabelError(string name) => name.Length > 63 ? "must be no more than 63 bytes" : IsLabel(name) ? null : LabelText;

    /// <summary>RFC 1035 label: Services.</summary>
    public static string? Dns1035LabelError(string name) => name.Length > 63 ? "must be no more than 63 bytes"
        : IsLabel(name) && char.IsAsciiLetterLower(name[0]) ? null : Label1035Text;

    /// <summary>A key of a ConfigMap or Secret: it becomes a file name.</summary>
    public static string? ConfigKeyError(string key) => key.Length > 253 ? "must be no more than 253 bytes"
        : key.Length == 0 || !key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') ? ConfigKeyText
        : key == "." ? "must not be '.'"
        : key == ".." ? "must not be '..'"
        : key.StartsWith("..", StringComparison.Ordinal) ? "must not start with '..'" : null;

    /// <summary>One step of a URL path: the kinds of RBAC, and names of objects of kinds that are not known here.</summary>
    public static string? PathSegmentError(string name) => name is "." or ".." ? $"may not be '{name}'"
        : name.Contains('/', StringComparison.Ordinal) ? "may not contain '/'"
        : name.Contains('%', StringComparison.Ordinal) ? "may not contain '%'" : null;

    private static bool IsLabel(string text) => text.Length > 0 && text[0] != '-' && text[^1] != '-'
        && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
