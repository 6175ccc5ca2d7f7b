using System.Text.Json.Nodes;

namespace Kctl.Services;

/// <summary>Puts fields into objects, leaving out those that say nothing.</summary>
internal static class JsonParts
{
    /// <summary>Sets a field unless the value is null, false, empty text, an empty list or an empty object.</summary>
    public static JsonObject Put(this JsonObject obj, string name, JsonNode? value)
    {
        var empty = value switch
        {
            null => true,
            JsonArray array => array.Count == 0,
            JsonObject inner => inner.Count == 0,
            JsonValue one => (one.TryGetValue<string>(out var text) && text.Length == 0) || (one.TryGetValue<bool>(out var flag) && !flag),
            _ => false,
        };
        if (!empty)
        {
            obj[name] = value;
        }

        return obj;
    }

    public static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(t => (JsonNode)JsonValue.Create(t))]);

    public static JsonArray Objects(IEnumerable<JsonObject> objects) => new([.. objects]);

    public static JsonObject Map(IEnumerable<KeyValuePair<string, string>> entries) =>
        new(entries.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => KeyValuePair.Create(e.Key, (JsonNode?)JsonValue.Create(e.Value))));
}
