using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kube.Api;

/// <summary>
/// Reads JSON into nodes eagerly, so that nothing is found out later where nobody expects it: a field that stands twice keeps its last value,
/// text that is not UTF-8 is refused. Numbers are written back as they were read, <c>1.0</c> and those beyond 64 bits included.
/// </summary>
public static class JsonNodes
{
    /// <summary>Deeper nesting is refused, here and by <see cref="ApiJson"/>.</summary>
    public const int MaximumDepth = 256;

    /// <summary>The value the reader stands at; afterwards it stands at the value's end. Throws <see cref="JsonException"/>.</summary>
    public static JsonNode? Read(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => Object(ref reader),
        JsonTokenType.StartArray => Array(ref reader),
        JsonTokenType.String => JsonValue.Create(Text(ref reader)),
        JsonTokenType.True => JsonValue.Create(true),
        JsonTokenType.False => JsonValue.Create(false),
        JsonTokenType.Number => reader.TryGetInt64(out var number) ? JsonValue.Create(number) : JsonValue.Create(JsonElement.ParseValue(ref reader)),
        _ => null,
    };

    private static JsonObject Object(ref Utf8JsonReader reader)
    {
        var result = new JsonObject();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = Text(ref reader);
            reader.Read();
            result[name] = Read(ref reader);
        }

        return result;
    }

    private static JsonArray Array(ref Utf8JsonReader reader)
    {
        var result = new JsonArray();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            result.Add(Read(ref reader));
        }

        return result;
    }

    private static string Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException($"a string is not valid UTF-8 (byte {reader.TokenStartIndex})", e);
        }
    }
}
