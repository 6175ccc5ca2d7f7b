using System.Text;
using System.Text.Json.Nodes;
using Kctl.Api;

namespace Kctl.Describe;

/// <summary>Describes an object of any kind: its fields, with names in words.</summary>
internal static class GenericText
{
    private static readonly string[] s_hidden = ["managedFields", "name", "namespace", "labels", "annotations"];

    public static void Write(DescribeContext context)
    {
        context.Head();
        context.Metadata();
        context.Writer.Field(0, "API Version", context.Object.Text("apiVersion"));
        context.Writer.Field(0, "Kind", context.Object.Text("kind"));
        var metadata = new JsonObject((context.Object.At("metadata") as JsonObject ?? []).Where(m => !s_hidden.Contains(m.Key)).Select(m => KeyValuePair.Create(m.Key, m.Value?.DeepClone())));
        WriteValue(context.Writer, 0, "Metadata", metadata);
        foreach (var (name, value) in context.Object.Where(f => f.Key is not ("apiVersion" or "kind" or "metadata")).OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            WriteValue(context.Writer, 0, Words(name), value);
        }
    }

    /// <summary><c>clusterIPs</c> becomes <c>Cluster IPs</c>.</summary>
    internal static string Words(string name)
    {
        var text = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]) && (!char.IsUpper(name[i - 1]) || (i + 2 < name.Length && char.IsLower(name[i + 1]) && char.IsLower(name[i + 2]))))
            {
                text.Append(' ');
            }

            text.Append(i == 0 ? char.ToUpperInvariant(name[i]) : name[i]);
        }

        return text.ToString();
    }

    private static void WriteValue(DescribeWriter writer, int level, string name, JsonNode? value)
    {
        switch (value)
        {
            case JsonObject { Count: > 0 } obj:
                writer.Line(level, name + ":");
                foreach (var (inner, item) in obj.OrderBy(f => f.Key, StringComparer.Ordinal))
                {
                    WriteValue(writer, level + 1, name == "Data" ? inner : Words(inner), item);
                }

                writer.Flush();
                break;
            case JsonArray { Count: > 0 } array when array.All(i => i is JsonObject):
                writer.Line(level, name + ":");
                foreach (var item in array.OfType<JsonObject>())
                {
                    foreach (var (inner, part) in item.OrderBy(f => f.Key, StringComparer.Ordinal))
                    {
                        WriteValue(writer, level + 1, Words(inner), part);
                    }

                    writer.Flush();
                }

                break;
            case JsonArray array:
                writer.Field(level, name, string.Join(", ", array.Select(i => i.Text() ?? i?.ToJsonString() ?? "")));
                break;
            default:
                writer.Field(level, name, value.Text()?.ReplaceLineEndings(" "));
                break;
        }
    }
}
