using System.Text;

namespace Kube.Machinery.Selectors;

/// <summary>One term of a field selector.</summary>
/// <param name="Path">The field, such as <c>spec.nodeName</c>.</param>
/// <param name="IsEqual">True for <c>=</c> and <c>==</c>, false for <c>!=</c>.</param>
/// <param name="Value">The value, without escapes.</param>
public sealed record FieldTerm(string Path, bool IsEqual, string Value)
{
    /// <inheritdoc />
    public override string ToString() => $"{Path}{(IsEqual ? "=" : "!=")}{FieldSelector.Escape(Value)}";
}

/// <summary>A field selector: all its terms must hold. A field that is absent counts as empty. Immutable.</summary>
public sealed class FieldSelector
{
    private static readonly string[] s_operators = ["!=", "==", "="];

    private FieldSelector(IReadOnlyList<FieldTerm> terms) => Terms = terms;

    /// <summary>Selects every object.</summary>
    public static FieldSelector Everything { get; } = new([]);

    /// <summary>The terms.</summary>
    public IReadOnlyList<FieldTerm> Terms { get; }

    /// <summary>True when every object is selected without looking at it.</summary>
    public bool IsEverything => Terms.Count == 0;

    /// <summary>Reads the text form, such as <c>metadata.name=x,spec.nodeName!=</c>; throws <see cref="SelectorException"/>.</summary>
    public static FieldSelector Parse(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return Everything;
        }

        var terms = SplitTerms(text).Where(part => part.Length > 0).Order(StringComparer.Ordinal).Select(part => ParseTerm(part, text)).ToList();
        return terms.Count == 0 ? Everything : new FieldSelector(terms);
    }

    /// <summary>A selector of given terms.</summary>
    public static FieldSelector Of(params IEnumerable<FieldTerm> terms) => new([.. terms]);

    /// <summary>Whether an object is selected whose fields <paramref name="valueOf"/> gives; null counts as empty.</summary>
    public bool Matches(Func<string, string?> valueOf) => Matches(valueOf, static (of, path) => of(path));

    /// <summary>As the other, for a function that needs the object given.</summary>
    public bool Matches<T>(T obj, Func<T, string, string?> valueOf)
    {
        foreach (var term in Terms)
        {
            if (((valueOf(obj, term.Path) ?? "") == term.Value) != term.IsEqual)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether an object with these field values is selected.</summary>
    public bool Matches(IReadOnlyDictionary<string, string>? fields) => Matches(path => fields?.GetValueOrDefault(path));

    /// <summary>The value a field must have exactly; null when the selector leaves it open. For look-ups through an index.</summary>
    public string? ExactValue(string path) => Terms.FirstOrDefault(t => t.IsEqual && t.Path == path)?.Value;

    /// <inheritdoc />
    public override string ToString() => string.Join(",", Terms);

    /// <summary>Puts a backslash before the signs that have a meaning in a selector.</summary>
    public static string Escape(string value) => value.Replace("\\", "\\\\").Replace(",", "\\,").Replace("=", "\\=");

    private static IEnumerable<string> SplitTerms(string text)
    {
        var start = 0;
        var escaped = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (escaped)
            {
                escaped = false;
            }
            else if (text[i] == '\\')
            {
                escaped = true;
            }
            else if (text[i] == ',')
            {
                yield return text[start..i];
                start = i + 1;
            }
        }

        yield return text[start..];
    }

    private static FieldTerm ParseTerm(string part, string whole)
    {
        for (var i = 0; i < part.Length; i++)
        {
            foreach (var @operator in s_operators)
            {
                if (string.CompareOrdinal(part, i, @operator, 0, @operator.Length) == 0)
                {
                    return new FieldTerm(part[..i], @operator != "!=", Unescape(part[(i + @operator.Length)..]));
                }
            }
        }

        throw new SelectorException($"invalid selector: '{whole}'; can't understand '{part}'");
    }

    private static string Unescape(string value)
    {
        if (value.AsSpan().IndexOfAny('\\', ',', '=') < 0)
        {
            return value;
        }

        var result = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (c is ',' or '=')
            {
                throw new SelectorException($"invalid field selector: unescaped character in value: {c}");
            }

            if (c == '\\')
            {
                i++;
                c = i < value.Length && value[i] is '\\' or ',' or '='
                    ? value[i]
                    : throw new SelectorException($"invalid field selector: invalid escape sequence: {(i < value.Length ? value.Substring(i - 1, 2) : "\\")}");
            }

            result.Append(c);
        }

        return result.ToString();
    }
}
