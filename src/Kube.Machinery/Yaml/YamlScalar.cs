using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Kube.Machinery.Yaml;

/// <summary>What a plain YAML 1.1 scalar stands for, by the rules kubectl's YAML library has: yes, on and y are true; 010 is 8; times are strings.</summary>
internal static partial class YamlScalar
{
    /// <summary>The value of a plain scalar. Throws <see cref="FormatException"/> for numbers JSON cannot hold.</summary>
    public static JsonNode? Resolve(string text)
    {
        switch (text)
        {
            case "" or "~" or "null" or "Null" or "NULL":
                return null;
            case "y" or "Y" or "yes" or "Yes" or "YES" or "true" or "True" or "TRUE" or "on" or "On" or "ON":
                return JsonValue.Create(true);
            case "n" or "N" or "no" or "No" or "NO" or "false" or "False" or "FALSE" or "off" or "Off" or "OFF":
                return JsonValue.Create(false);
            case ".nan" or ".NaN" or ".NAN" or ".inf" or ".Inf" or ".INF" or "+.inf" or "+.Inf" or "+.INF" or "-.inf" or "-.Inf" or "-.INF":
                throw new FormatException($"JSON has no number {text}");
            default:
                return text[0] is (>= '0' and <= '9') or '+' or '-' or '.' && Number(text.Replace("_", "")) is { } number ? number : JsonValue.Create(text);
        }
    }

    /// <summary>Whether a plain scalar says nothing.</summary>
    public static bool IsNull(string text) => text is "" or "~" or "null" or "Null" or "NULL";

    /// <summary>Whether a string must be quoted so as not to be read as something else.</summary>
    public static bool NeedsQuotes(string text)
    {
        if (Time().IsMatch(text) || Base60().IsMatch(text))
        {
            return true;
        }

        try
        {
            return Resolve(text) is not JsonValue value || value.GetValueKind() != JsonValueKind.String;
        }
        catch (FormatException)
        {
            return true;
        }
    }

    private static JsonValue? Number(string text)
    {
        var negative = text.StartsWith('-');
        var digits = text.AsSpan(text.Length > 0 && text[0] is '+' or '-' ? 1 : 0);
        if (Based(digits) is { } magnitude)
        {
            return negative
                ? magnitude <= (ulong)long.MaxValue + 1 ? JsonValue.Create((long)(0 - magnitude)) : Float(text)
                : magnitude <= long.MaxValue ? JsonValue.Create((long)magnitude) : JsonValue.Create(magnitude);
        }

        return FloatForm().IsMatch(text) ? Float(text) : null;
    }

    private static JsonValue Float(string text)
    {
        var value = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsFinite(value)
            ? value == Math.Truncate(value) && Math.Abs(value) < 1e15 ? JsonValue.Create((long)value) : JsonValue.Create(value)
            : throw new FormatException($"the number {(text.Length > 40 ? text[..40] + "..." : text)} is too large");
    }

    /// <summary>A whole number with the prefixes of Go: 0x, 0o, 0b, and a leading 0 for octal.</summary>
    private static ulong? Based(ReadOnlySpan<char> digits)
    {
        var numberBase = 10;
        if (digits.Length > 1 && digits[0] == '0')
        {
            numberBase = digits[1] switch { 'x' or 'X' => 16, 'b' or 'B' => 2, _ => 8 };
            digits = digits[(digits[1] is 'x' or 'X' or 'b' or 'B' or 'o' or 'O' ? 2 : 1)..];
        }

        if (digits.IsEmpty)
        {
            return null;
        }

        UInt128 value = 0;
        foreach (var c in digits)
        {
            var digit = char.IsAsciiHexDigit(c) ? Convert.ToInt32(c.ToString(), 16) : 99;
            if (digit >= numberBase)
            {
                return null;
            }

            value = (value * (uint)numberBase) + (uint)digit;
            if (value > ulong.MaxValue)
            {
                return null;
            }
        }

        return (ulong)value;
    }

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex FloatForm();

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ][0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}(\.[0-9]+)?(Z|[-+][0-9]{2}:[0-9]{2})?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Time();

    [GeneratedRegex(@"^[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Base60();
}
