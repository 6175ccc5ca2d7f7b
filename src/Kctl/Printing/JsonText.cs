using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kctl.Printing;

/// <summary>Writes JSON the way kubectl does: fields in alphabetical order, four spaces, the signs of HTML escaped.</summary>
internal static class JsonText
{
    /// <summary>As it is, for request bodies.</summary>
    public static byte[] Utf8(JsonNode node)
    {
        using var output = new MemoryStream();
        using (var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            node.WriteTo(writer);
        }

        return output.ToArray();
    }

    /// <summary>For people, without a line break at the end.</summary>
    public static string Pretty(JsonNode? node) => Write(node, indented: true);

    /// <summary>On one line, byte for byte what kubectl puts into its last-applied annotation (but for the line break).</summary>
    public static string Compact(JsonNode? node) => Write(node, indented: false);

    private static string Write(JsonNode? node, bool indented)
    {
        using var output = new MemoryStream();
        var options = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = indented, IndentSize = 4, NewLine = "\n" };
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
