using System.Text.Json.Nodes;

namespace Kube.Machinery.JsonPath;

/// <summary>A template or path cannot be understood or evaluated; the message is kubectl's.</summary>
public sealed class JsonPathException(string message) : FormatException(message);

/// <summary>kubectl's JSONPath templates: text with <c>{...}</c> parts. Immutable.</summary>
public sealed class JsonPathTemplate
{
    private JsonPathTemplate()
    {
    }

    /// <summary>Whether fields that are not there count as empty instead of failing.</summary>
    public bool AllowMissingKeys { get; init; }

    /// <summary>Reads a template; throws <see cref="JsonPathException"/>.</summary>
    public static JsonPathTemplate Parse(string text, bool allowMissingKeys = true) => throw new NotSupportedException();

    /// <summary>Reads a path as custom columns and sort-by take it: <c>.metadata.name</c>, <c>{.metadata.name}</c>, <c>metadata.name</c>.</summary>
    public static JsonPathTemplate ParseRelaxed(string text) => throw new NotSupportedException();

    /// <summary>The template filled in from an object; throws <see cref="JsonPathException"/>.</summary>
    public string Evaluate(JsonNode? root) => throw new NotSupportedException();

    /// <summary>The values the template's paths select, one list per path.</summary>
    public IReadOnlyList<IReadOnlyList<JsonNode?>> Select(JsonNode? root) => throw new NotSupportedException();
}
