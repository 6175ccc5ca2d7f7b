using Kube.Machinery.Validation;

namespace Kube.Machinery.Schema.Structural;

/// <summary>The patterns of one schema, each compiled once. Matching takes time in proportion to the text, whatever the pattern.</summary>
internal sealed class PatternSet(FieldErrors errors)
{
    /// <summary>Different patterns in one schema.</summary>
    public const int Maximum = 2000;

    private readonly Dictionary<string, ValuePattern?> _known = new(StringComparer.Ordinal);

    /// <summary>The compiled pattern; null when it is none, which the errors then tell.</summary>
    public ValuePattern? Compile(string pattern, FieldPath path)
    {
        if (_known.TryGetValue(pattern, out var known))
        {
            return known;
        }

        if (_known.Count == Maximum)
        {
            errors.Invalid(path, pattern, $"must not be one of more than {Maximum} different patterns");
            return null;
        }

        ValuePattern? compiled = null;
        try
        {
            compiled = new ValuePattern(pattern);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException or FormatException)
        {
            errors.Invalid(path, pattern, $"must be a valid regular expression, but isn't: {e.Message}");
        }

        _known[pattern] = compiled;
        return compiled;
    }
}
