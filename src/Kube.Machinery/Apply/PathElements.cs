using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kube.Machinery.Apply;

/// <summary>Path elements in FieldsV1's spelling.</summary>
internal static class PathElements
{
    private static readonly JsonSerializerOptions s_compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Field(string name) => "f:" + name;

    /// <summary>The element of a list item: its keys in a map list, its value in a set list. Null for an item that lacks a key.</summary>
    public static string? Item(ApplySchema list, JsonNode? item)
    {
        if (list.Ownership == Ownership.SetList)
        {
            return "v:" + (item?.ToJsonString(s_compact) ?? "null");
        }

        if (item is not JsonObject fields)
        {
            return null;
        }

        var key = new JsonObject();
        foreach (var (name, fallback) in list.Keys.OrderBy(k => k.Name, StringComparer.Ordinal))
        {
            var value = fields[name]?.DeepClone() ?? fallback?.DeepClone();
            if (value is not null)
            {
                key[name] = value;
            }
        }

        return key.Count == 0 ? null : "k:" + key.ToJsonString(s_compact);
    }

    /// <summary>The items of a divided list by their elements, in order; of items with the same element the last counts.</summary>
    public static IEnumerable<(string Element, JsonNode? Item)> Items(ApplySchema list, JsonArray items)
    {
        for (var i = 0; i < items.Count; i++)
        {
            yield return (Item(list, items[i]) ?? $"i:{i}", items[i]);
        }
    }
}
