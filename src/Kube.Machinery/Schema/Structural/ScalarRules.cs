using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kube.Api.ApiExtensions.V1;
using Kube.Machinery.Validation;

namespace Kube.Machinery.Schema.Structural;

/// <summary>The rules of strings and numbers.</summary>
internal static class ScalarRules
{
    // Beyond this a double no longer tells neighbouring integers apart.
    private const double LargestWhole = 9007199254740991;

    /// <summary>The type of a value in the words of schemas; a number with a point or beyond 64 bits is no integer.</summary>
    public static string TypeOf(JsonNode? value) => value?.GetValueKind() switch
    {
        null or JsonValueKind.Null => "null",
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => TryInteger((JsonValue)value, out _) ? "integer" : "number",
        _ => "boolean",
    };

    /// <summary>True for a number such as 1.0.</summary>
    public static bool IsWhole(JsonValue number) => TryInteger(number, out _) || (Double(number) is var d && Math.Abs(d) <= LargestWhole && Math.Floor(d) == d);

    /// <summary>One spelling for equal numbers.</summary>
    public static string Canonical(JsonValue number) => TryInteger(number, out var integer) ? integer.ToString(CultureInfo.InvariantCulture)
        : IsWhole(number) ? ((long)Double(number)).ToString(CultureInfo.InvariantCulture)
        : Double(number).ToString("R", CultureInfo.InvariantCulture);

    public static void Check(JsonValue value, JSONSchemaProps schema, ValuePattern? pattern, string? format, FieldPath? at, ValueErrors errors)
    {
        switch (value.GetValueKind())
        {
            case JsonValueKind.String:
                Text(value.GetValue<string>(), schema, pattern, format, at, errors);
                break;
            case JsonValueKind.Number:
                Number(value, schema, at, errors);
                break;
            default:
                break;
        }
    }

    private static void Text(string text, JSONSchemaProps schema, ValuePattern? pattern, string? format, FieldPath? at, ValueErrors errors)
    {
        var shown = ShownJson.Of(JsonValue.Create(text));
        if (schema.MaxLength is { } longest && Length(text) > longest)
        {
            errors.TooLong(at, longest);
        }

        if (schema.MinLength is { } shortest && Length(text) < shortest)
        {
            errors.Should(at, shown, $"be at least {shortest} chars long");
        }

        if (pattern is not null && errors.Spend(pattern.Cost(text)) && !pattern.Matches(text))
        {
            errors.Should(at, shown, $"match '{schema.Pattern}'");
        }

        if (format is not null && !Formats.Fits(format, text))
        {
            errors.Type(at, format, (string)ShownJson.Of(JsonValue.Create(text))!);
        }
    }

    private static void Number(JsonValue value, JSONSchemaProps schema, FieldPath? at, ValueErrors errors)
    {
        if (schema.Maximum is null && schema.Minimum is null && schema.MultipleOf is null)
        {
            return;
        }

        var (number, shown) = (Double(value), ShownJson.Of(value));
        if (schema.Maximum is { } largest && (schema.ExclusiveMaximum == true ? number >= largest : number > largest))
        {
            errors.Should(at, shown, $"be less than {(schema.ExclusiveMaximum == true ? "" : "or equal to ")}{Print(largest)}");
        }

        if (schema.Minimum is { } smallest && (schema.ExclusiveMinimum == true ? number <= smallest : number < smallest))
        {
            errors.Should(at, shown, $"be greater than {(schema.ExclusiveMinimum == true ? "" : "or equal to ")}{Print(smallest)}");
        }

        if (schema.MultipleOf is { } factor && !IsMultiple(value, factor))
        {
            errors.Should(at, shown, $"be a multiple of {Print(factor)}");
        }
    }

    private static bool IsMultiple(JsonValue value, double factor)
    {
        if (TryInteger(value, out var integer) && Math.Floor(factor) == factor && factor <= LargestWhole)
        {
            return integer % (long)factor == 0;
        }

        var ratio = Double(value) / factor;
        return Math.Abs(ratio - Math.Round(ratio)) < 1e-9 * Math.Max(1, Math.Abs(ratio));
    }

    private static long Length(string text) => text.Length - text.Count(char.IsLowSurrogate);

    private static bool TryInteger(JsonValue number, out long integer)
    {
        if (number.TryGetValue(out integer))
        {
            return true;
        }

        if (number.TryGetValue<int>(out var small))
        {
            integer = small;
            return true;
        }

        return number.TryGetValue<JsonElement>(out var element) && element.TryGetInt64(out integer);
    }

    private static double Double(JsonValue number) => TryInteger(number, out var integer) ? integer
        : number.TryGetValue<JsonElement>(out var element) && element.TryGetDouble(out var real) ? real
        : double.TryParse(number.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) ? parsed : 0;

    private static string Print(double bound) => bound == 0 || Math.Abs(bound) is >= 1e-4 and < 1e21
        ? decimal.Parse(bound.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)
        : bound.ToString("0.################e+00", CultureInfo.InvariantCulture);
}
