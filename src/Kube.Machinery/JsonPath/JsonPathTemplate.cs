using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kube.Machinery.Json;

namespace Kube.Machinery.JsonPath;

/// <summary>kubectl's JSONPath templates: text with <c>{...}</c> parts, ranges, filters, slices and unions. Immutable.</summary>
public sealed class JsonPathTemplate
{
    private readonly IReadOnlyList<PathNode> _nodes;
    private readonly PathEvaluator _evaluator;

    private JsonPathTemplate(IReadOnlyList<PathNode> nodes, bool allowMissingKeys)
    {
        _nodes = nodes;
        _evaluator = new PathEvaluator(allowMissingKeys);
    }

    /// <summary>Reads a template; throws <see cref="JsonPathException"/>. With <paramref name="allowMissingKeys"/>, fields that are not there count as empty instead of failing.</summary>
    public static JsonPathTemplate Parse(string text, bool allowMissingKeys = true) => new(JsonPathParser.Parse(text), allowMissingKeys);

    /// <summary>Reads a path as custom columns and sort-by take it: <c>.metadata.name</c>, <c>{.metadata.name}</c>, <c>metadata.name</c>.</summary>
    public static JsonPathTemplate ParseRelaxed(string text)
    {
        var path = text.StartsWith('{') && text.EndsWith('}') ? text[1..^1] : text;
        path = path.StartsWith('.') ? path[1..] : path;
        return path.Length == 0 || path.AsSpan().IndexOfAny('{', '}') >= 0
            ? throw new JsonPathException($"unexpected path string, expected a 'name1.name2' or '.name1.name2' or '{{name1.name2}}' or '{{.name1.name2}}'")
            : Parse(path.StartsWith('[') || path.StartsWith('$') || path.StartsWith('@') ? $"{{{path}}}" : $"{{.{path}}}");
    }

    /// <summary>The template filled in from an object; throws <see cref="JsonPathException"/>.</summary>
    public string Evaluate(JsonNode? root)
    {
        var output = new StringBuilder();
        foreach (var result in Select(root))
        {
            output.AppendJoin(' ', result.Select(Print));
        }

        return output.ToString();
    }

    /// <summary>The values the template's parts select, one list per part; text counts as a part.</summary>
    public IReadOnlyList<IReadOnlyList<JsonNode?>> Select(JsonNode? root)
    {
        var results = new List<IReadOnlyList<JsonNode?>>();
        Collect(_nodes, root, results);
        return results;
    }

    /// <summary>A value as it is printed: text without quotes, everything else as JSON.</summary>
    public static string Print(JsonNode? value) => value switch
    {
        null => "",
        JsonValue scalar when scalar.GetValueKind() == JsonValueKind.String => scalar.GetValue<string>(),
        _ => SortedJson.Compact(value),
    };

    private void Collect(IReadOnlyList<PathNode> nodes, JsonNode? current, List<IReadOnlyList<JsonNode?>> results)
    {
        foreach (var node in nodes)
        {
            switch (node)
            {
                case TextNode text:
                    results.Add([JsonValue.Create(text.Text)]);
                    break;
                case RangeNode range:
                    foreach (var value in _evaluator.Walk([current], range.Over))
                    {
                        Collect(range.Body, value, results);
                    }

                    break;
                default:
                    results.Add(_evaluator.Walk([current], node));
                    break;
            }
        }
    }
}
