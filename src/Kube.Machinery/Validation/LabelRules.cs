using System.Buffers;

namespace Kube.Machinery.Validation;

/// <summary>What label and annotation keys and label values may look like, in Kubernetes' words. Text checks return null for a fine value.</summary>
public static class LabelRules
{
    private const int MaximumPart = 63;
    private const int MaximumPrefix = 253;
    private const int MaximumAnnotations = 256 * 1024;
    private const string NameText = "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";
    private const string ValueText = "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";
    private const string SubdomainText = "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";

    private static readonly SearchValues<char> s_labelCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");
    private static readonly SearchValues<char> s_nameCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");

    /// <summary>What is wrong with a qualified name (<c>name</c> or <c>example.com/name</c>), joined by "; "; null when nothing is.</summary>
    public static string? QualifiedNameError(string key)
    {
        var problems = QualifiedNameErrors(key).ToList();
        return problems.Count == 0 ? null : string.Join("; ", problems);
    }

    /// <summary>Everything wrong with a qualified name, one text each.</summary>
    public static IEnumerable<string> QualifiedNameErrors(string key) => IsQualifiedName(key) ? [] : ExplainedErrors(key);

    /// <summary>Nearly every key is fine: those are not taken apart.</summary>
    private static bool IsQualifiedName(ReadOnlySpan<char> key)
    {
        var slash = key.IndexOf('/');
        var name = key[(slash + 1)..];
        return (slash < 0 || (slash <= MaximumPrefix && IsSubdomain(key[..slash]))) && name.Length <= MaximumPart && IsName(name);
    }

    private static IEnumerable<string> ExplainedErrors(string key)
    {
        var parts = key.Split('/');
        if (parts.Length > 2)
        {
            yield return $"a qualified name {NameText} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')";
            yield break;
        }

        if (parts.Length == 2 && PrefixError(parts[0]) is { } prefixProblem)
        {
            yield return "prefix part " + prefixProblem;
        }

        var name = parts[^1];
        if (name.Length == 0)
        {
            yield return "name part must be non-empty";
        }
        else if (name.Length > MaximumPart)
        {
            yield return $"name part must be no more than {MaximumPart} bytes";
        }

        if (!IsName(name))
        {
            yield return "name part " + NameText;
        }
    }

    /// <summary>What is wrong with a label's value; null when nothing is.</summary>
    public static string? ValueError(string value) => value.Length > MaximumPart
        ? $"must be no more than {MaximumPart} bytes"
        : value.Length == 0 || IsName(value) ? null : ValueText;

    /// <summary>Adds what is wrong with a set of labels.</summary>
    public static void CheckLabels(IReadOnlyDictionary<string, string>? labels, FieldPath field, FieldErrors errors)
    {
        if (labels is null)
        {
            return;
        }

        foreach (var (key, value) in labels)
        {
            foreach (var problem in QualifiedNameErrors(key))
            {
                errors.Invalid(field, key, problem);
            }

            if (ValueError(value ?? "") is { } valueProblem)
            {
                errors.Invalid(field, value, valueProblem);
            }
        }
    }

    /// <summary>Adds what is wrong with a set of annotations: their keys, and their size together.</summary>
    public static void CheckAnnotations(IReadOnlyDictionary<string, string>? annotations, FieldPath field, FieldErrors errors)
    {
        if (annotations is null)
        {
            return;
        }

        long size = 0;
        foreach (var (key, value) in annotations)
        {
            foreach (var problem in QualifiedNameErrors(key.ToLowerInvariant()))
            {
                errors.Invalid(field, key, problem);
            }

            size += System.Text.Encoding.UTF8.GetByteCount(key) + System.Text.Encoding.UTF8.GetByteCount(value ?? "");
        }

        if (size > MaximumAnnotations)
        {
            errors.TooLong(field, MaximumAnnotations);
        }
    }

    private static string? PrefixError(string prefix) => prefix.Length switch
    {
        0 => "must be non-empty",
        > MaximumPrefix => $"must be no more than {MaximumPrefix} bytes",
        _ => IsSubdomain(prefix) ? null : SubdomainText,
    };

    private static bool IsSubdomain(ReadOnlySpan<char> text)
    {
        foreach (var part in text.Split('.'))
        {
            if (!IsDnsLabel(text[part]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsDnsLabel(ReadOnlySpan<char> text) => text.Length > 0 && text[0] != '-' && text[^1] != '-' && !text.ContainsAnyExcept(s_labelCharacters);

    private static bool IsName(ReadOnlySpan<char> text) => text.Length > 0 && char.IsAsciiLetterOrDigit(text[0]) && char.IsAsciiLetterOrDigit(text[^1])
        && !text.ContainsAnyExcept(s_nameCharacters);
}
