using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kctl.Printing.GoTemplates;

/// <summary>Values as templates see them: nil, bool, long, double, string, <see cref="JsonObject"/>, <see cref="JsonArray"/>.</summary>
internal static class GoValue
{
    public const string Missing = "<no value>";

    public static object? Of(JsonNode? node) => node switch
    {
        JsonValue value => Scalar(value),
        _ => node,
    };

    /// <summary>What if, and, or and not go by: empty is false.</summary>
    public static bool IsTrue(object? value) => value switch
    {
        null => false,
        bool flag => flag,
        long number => number != 0,
        double number => number != 0,
        string text => text.Length > 0,
        JsonObject obj => obj.Count > 0,
        JsonArray list => list.Count > 0,
        _ => true,
    };

    /// <summary>As Go's %v prints it.</summary>
    public static string Print(object? value) => value switch
    {
        null => "<nil>",
        bool flag => flag ? "true" : "false",
        long number => number.ToString(CultureInfo.InvariantCulture),
        double number => Real(number),
        JsonObject obj => $"map[{string.Join(' ', obj.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}:{Print(Of(p.Value))}"))}]",
        JsonArray list => $"[{string.Join(' ', list.Select(i => Print(Of(i))))}]",
        _ => value.ToString() ?? "",
    };

    /// <summary>The shortest digits that give the number back; with an exponent from a million on and below a ten-thousandth, as Go's %v does.</summary>
    public static string Real(double number)
    {
        if (number == 0 || !double.IsFinite(number))
        {
            return number == 0 ? "0" : double.IsNaN(number) ? "NaN" : number > 0 ? "+Inf" : "-Inf";
        }

        var shortest = number.ToString("R", CultureInfo.InvariantCulture);
        if (Math.Abs(number) is >= 1e-4 and < 1e6)
        {
            return shortest;
        }

        var sign = shortest.IndexOf('E');
        var exponent = sign >= 0 ? int.Parse(shortest.AsSpan(sign + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)
            : shortest.TrimStart('-').Split('.')[0].Length - 1;
        var digits = sign >= 0 ? shortest[..sign] : Mantissa(shortest);
        return $"{digits}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}";
    }

    /// <summary>Numbers by value, text by letter; throws for what cannot be compared.</summary>
    public static int Compare(object? a, object? b) => (a, b) switch
    {
        (string x, string y) => string.CompareOrdinal(x, y),
        (bool x, bool y) => x.CompareTo(y),
        (long x, long y) => x.CompareTo(y),
        (long or double, long or double) => Number(a).CompareTo(Number(b)),
        (null, null) => 0,
        _ => throw new GoTemplateException("incompatible types for comparison"),
    };

    /// <summary>True for equal values; nil equals only nil.</summary>
    public static bool Equal(object? a, object? b) => a is null || b is null ? a is null && b is null : Compare(a, b) == 0;

    public static double Number(object? value) => value switch
    {
        long whole => whole,
        double real => real,
        _ => throw new GoTemplateException($"{Print(value)} is not a number"),
    };

    private static object? Scalar(JsonValue value) => value.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => value.GetValue<string>(),
        JsonValueKind.Number => long.TryParse(value.ToJsonString(), CultureInfo.InvariantCulture, out var whole) ? (object)whole
            : double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture),
        _ => null,
    };

    private static string Mantissa(string number)
    {
        var sign = number.StartsWith('-') ? "-" : "";
        var digits = number.TrimStart('-').Replace(".", "").TrimStart('0').TrimEnd('0');
        return sign + (digits.Length > 1 ? $"{digits[0]}.{digits[1..]}" : digits);
    }
}
