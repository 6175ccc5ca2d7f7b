using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kube.Machinery.Json;

namespace Kctl.Printing;

/// <summary>JSON for the server, and JSON for people.</summary>
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

    /// <inheritdoc cref="SortedJson.Pretty" />
    public static string Pretty(JsonNode? node) => SortedJson.Pretty(node);

    /// <summary>On one line, byte for byte what kubectl puts into its last-applied annotation (but for the line break).</summary>
    public static string Compact(JsonNode? node) => SortedJson.Compact(node);
}
