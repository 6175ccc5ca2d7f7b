namespace Kctl.Services;

/// <summary>Names as Kubernetes and name servers allow them.</summary>
internal static class KubeNames
{
    /// <summary>The nearest DNS label: small letters, digits and dashes, no more than 63. A name that is one stays as it is.</summary>
    public static string Label(string name)
    {
        var text = string.Concat(name.ToLowerInvariant().Select(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) ? c : '-')).Trim('-');
        return text.Length <= 63 ? text : text[..63].TrimEnd('-');
    }
}
