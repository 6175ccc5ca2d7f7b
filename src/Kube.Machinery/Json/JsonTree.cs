using System.Text.Json;
using System.Text.Json.Nodes;
using Kube.Api;

namespace Kube.Machinery.Json;

/// <summary>
/// Reads JSON into nodes eagerly and safely: a field that stands twice keeps its last value, text that is not UTF-8 and nesting beyond
/// <see cref="MaximumDepth"/> are refused at once. (<see cref="JsonNode.Parse(string, JsonNodeOptions?, JsonDocumentOptions)"/> finds these out later, where nobody expects it.)
/// </summary>
public static class JsonTree
{
    /// <summary>Deeper nesting is refused.</summary>
    public const int MaximumDepth = JsonNodes.MaximumDepth;

    /// <summary>The value; throws <see cref="JsonException"/> with line and position.</summary>
    public static JsonNode? Parse(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = MaximumDepth });
        if (!reader.Read())
        {
            throw new JsonException("expected a value, found the end of the text");
        }

        var value = JsonNodes.Read(ref reader);
        reader.Read();
        return value;
    }

    /// <summary>The object; throws <see cref="JsonException"/>, also when the value is something else.</summary>
    public static JsonObject ParseObject(ReadOnlySpan<byte> utf8) =>
        Parse(utf8) as JsonObject ?? throw new JsonException("expected an object");

    /// <summary>The kind of a value, in the words of error messages.</summary>
    public static string NameOf(JsonNode? node) => node?.GetValueKind() switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => "null",
    };
}
