using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kube.Machinery.Json;

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

    /// <summary>An element as <c>managedFields</c> spell it, in our own spelling; throws <see cref="JsonException"/> for one of no known form.</summary>
    public static string Read(string element)
    {
        var text = element.Length < 2 ? "" : element[2..];
        switch (element)
        {
            case ['f', ':', ..]:
                return element;
            case ['i', ':', ..] when int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out _):
                return element;
            case ['v', ':', ..]:
                return "v:" + (JsonTree.Parse(Encoding.UTF8.GetBytes(text))?.ToJsonString(s_compact) ?? "null");
            case ['k', ':', ..]:
                var keys = JsonTree.ParseObject(Encoding.UTF8.GetBytes(text)).OrderBy(k => k.Key, StringComparer.Ordinal).Select(k => KeyValuePair.Create(k.Key, k.Value?.DeepClone()));
                return "k:" + new JsonObject(keys).ToJsonString(s_compact);
            default:
                throw new JsonException($"fieldsV1 has a path element of no known form: {element}");
        }
    }

    /// <summary>Why the items of a divided list cannot be told apart; null when they can.</summary>
    public static string? Fault(ApplySchema list, JsonArray items)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < items.Count; i++)
        {
            if (list.Ownership == Ownership.MapList && items[i] is not JsonObject)
            {
                return $"element {i}: associative list with keys may not have non-map elements";
            }

            if (Item(list, items[i]) is not { } element)
            {
                return $"element {i}: associative list with keys has an element that omits all key fields [{string.Join(' ', list.Keys.Select(k => $"\"{k.Name}\""))}] (and doesn't have default values for any of them)";
            }

            if (!seen.Add(element))
            {
                return $"duplicate entries for key {FieldSet.Show(element)}";
            }
        }

        return null;
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
