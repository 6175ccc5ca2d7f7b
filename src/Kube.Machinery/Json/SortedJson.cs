using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kube.Machinery.Json;

/// <summary>Writes JSON the way kubectl does: fields in alphabetical order, four spaces where indented, the signs of HTML escaped.</summary>
public static class SortedJson
{
    /// <summary>On one line.</summary>
    public static string Compact(JsonNode? node) => Write(node, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>For people, without a line break at the end.</summary>
    public static string Pretty(JsonNode? node) =>
        Write(node, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, IndentSize = 4, NewLine = "\n" });

    private static string Write(JsonNode? node, JsonWriterOptions options)
    {
        using var output = new MemoryStream();
        using (var writer = new Utf8JsonWriter(output, options))
        {
            Sorted(writer, node);
        }

        var text = Encoding.UTF8.GetString(output.GetBuffer(), 0, (int)output.Length);
        return text.AsSpan().IndexOfAny('<', '>', '&') < 0 ? text
            : text.Replace("<", "\\u003c", StringComparison.Ordinal).Replace(">", "\\u003e", StringComparison.Ordinal).Replace("&", "\\u0026", StringComparison.Ordinal);
    }

    private static void Sorted(Utf8JsonWriter writer, JsonNode? node)
    {
        switch (node)
        {
            case null:
                writer.WriteNullValue();
                break;
            case JsonObject obj:
                writer.WriteStartObject();
                foreach (var (name, value) in obj.OrderBy(p => p.Key, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(name);
                    Sorted(writer, value);
                }

                writer.WriteEndObject();
                break;
            case JsonArray array:
                writer.WriteStartArray();
                foreach (var item in array)
                {
                    Sorted(writer, item);
                }

                writer.WriteEndArray();
                break;
            default:
                node.WriteTo(writer);
                break;
        }
    }
}
