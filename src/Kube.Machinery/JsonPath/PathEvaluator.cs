using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kube.Machinery.JsonPath;

/// <summary>Walks the steps of a path over JSON values.</summary>
internal sealed class PathEvaluator(bool allowMissingKeys)
{
    public IReadOnlyList<JsonNode?> Walk(IReadOnlyList<JsonNode?> input, PathNode node) => node switch
    {
        StepsNode steps => steps.Steps.Aggregate(input, Walk),
        FieldNode field => Field(input, field),
        SliceNode slice => [.. input.Where(v => v is not null).SelectMany(v => Slice(v!, slice))],
        WildcardNode => [.. input.SelectMany(Children)],
        RecursiveNode => [.. input.SelectMany(Descend)],
        UnionNode union => [.. union.Paths.SelectMany(p => Walk(input, p))],
        FilterNode filter => [.. input.Where(v => v is not null).SelectMany(v => Filter(v!, filter))],
        LiteralNode literal => [literal.Value],
        _ => throw new JsonPathException("unexpected step"),
    };

    private static IEnumerable<JsonNode?> Children(JsonNode? value) => value switch
    {
        JsonObject obj => obj.Select(p => p.Value),
        JsonArray array => array,
        _ => [],
    };

    private static IEnumerable<JsonNode?> Descend(JsonNode? value)
    {
        if (value is not (JsonObject or JsonArray))
        {
            return [];
        }

        return Children(value).SelectMany(Descend).Prepend(value);
    }

    private static IEnumerable<JsonNode?> Slice(JsonNode value, SliceNode slice)
    {
        var list = value as JsonArray ?? throw new JsonPathException($"{Show(value)} is not array or slice");
        var start = slice.Start ?? 0;
        start = start < 0 ? start + list.Count : start;
        var end = slice.IsIndex ? start + 1 : slice.End ?? list.Count;
        end = end < 0 ? end + list.Count : end;
        if (start == end)
        {
            return [];
        }

        if (start >= list.Count || start < 0)
        {
            throw new JsonPathException($"array index out of bounds: index {start}, length {list.Count}");
        }

        if (end > list.Count || end < 0)
        {
            throw new JsonPathException($"array index out of bounds: index {end - 1}, length {list.Count}");
        }

        if (start > end)
        {
            throw new JsonPathException($"starting index {start} is greater than ending index {end}");
        }

        var step = slice.Step ?? 1;
        return step > 0
            ? list.Take(start..end).Where((_, i) => i % step == 0)
            : throw new JsonPathException("step must be > 0");
    }

    private static string Show(JsonNode? value)
    {
        var text = JsonPathTemplate.Print(value);
        return text.Length > 100 ? text[..100] + "..." : text;
    }

    private static bool Compare(JsonNode? left, JsonNode? right, string sign)
    {
        int order;
        if (left is JsonValue l && right is JsonValue r && Number(l) is { } x && Number(r) is { } y)
        {
            order = x.CompareTo(y);
        }
        else if (left?.GetValueKind() == JsonValueKind.String && right?.GetValueKind() == JsonValueKind.String)
        {
            order = string.CompareOrdinal(left.GetValue<string>(), right.GetValue<string>());
        }
        else if (sign is "==" or "!=")
        {
            return JsonNode.DeepEquals(left, right) == (sign == "==");
        }
        else
        {
            throw new JsonPathException("incompatible types for comparison");
        }

        return sign switch { "==" => order == 0, "!=" => order != 0, "<" => order < 0, "<=" => order <= 0, ">" => order > 0, _ => order >= 0 };
    }

    private static double? Number(JsonValue value) => value.GetValueKind() == JsonValueKind.Number
        && double.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private IReadOnlyList<JsonNode?> Field(IReadOnlyList<JsonNode?> input, FieldNode field)
    {
        if (field.Name.Length == 0)
        {
            return input;
        }

        var found = new List<JsonNode?>();
        foreach (var value in input)
        {
            if (value is JsonObject obj && obj.TryGetPropertyValue(field.Name, out var inner))
            {
                found.Add(inner);
            }
        }

        return found.Count > 0 || allowMissingKeys ? found : throw new JsonPathException($"{field.Name} is not found");
    }

    private List<JsonNode?> Filter(JsonNode value, FilterNode filter)
    {
        var list = value as JsonArray ?? throw new JsonPathException($"{Show(value)} is not array or slice and cannot be filtered");
        var lenient = new PathEvaluator(allowMissingKeys: true);
        return [.. list.Where(item =>
        {
            var left = lenient.Walk([item], filter.Left);
            if (filter.Right is null)
            {
                return left.Count > 0;
            }

            var right = left.Count == 0 ? [] : lenient.Walk([item], filter.Right);
            return left.Count > 1 || right.Count > 1
                ? throw new JsonPathException("can only compare one element at a time")
                : left.Count == 1 && right.Count == 1 && Compare(left[0], right[0], filter.Operator);
        })];
    }
}
