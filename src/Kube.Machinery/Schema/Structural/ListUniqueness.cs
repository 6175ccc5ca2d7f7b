using System.Text.Json.Nodes;
using Kube.Machinery.Validation;

namespace Kube.Machinery.Schema.Structural;

/// <summary>Lists that are sets or maps: no item, or no key, may stand twice.</summary>
internal static class ListUniqueness
{
    public static void Check(JsonNode? value, SchemaNode? node, FieldPath? at, ValueErrors errors)
    {
        if (node is null || value is not (JsonObject or JsonArray) || !errors.Spend())
        {
            return;
        }

        if (value is JsonObject fields)
        {
            foreach (var (name, field) in fields)
            {
                var declared = node.Properties.GetValueOrDefault(name);
                if ((declared ?? node.Additional) is { } below)
                {
                    Check(field, below, declared is null ? (at ?? FieldPath.Of("")).Key(name) : at?.Child(name) ?? FieldPath.Of(name), errors);
                }
            }

            return;
        }

        var (items, path) = ((JsonArray)value, at ?? FieldPath.Of(""));
        switch (node.Source.XListType)
        {
            case "set":
                Unique(items, path, errors);
                break;
            case "map" when AreObjects(items, path, errors):
                Unique([.. items.Select(i => Key((JsonObject?)i, node.Source.XListMapKeys ?? []))], path, errors);
                break;
            default:
                break;
        }

        for (var i = 0; node.Items is not null && i < items.Count; i++)
        {
            Check(items[i], node.Items, path.Index(i), errors);
        }
    }

    private static bool AreObjects(JsonArray items, FieldPath path, ValueErrors errors)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is not (null or JsonObject))
            {
                errors.Invalid(path.Index(i), ShownJson.Of(items[i]), "must be an object for an array of list-type map");
                return false;
            }
        }

        return true;
    }

    private static JsonObject Key(JsonObject? item, List<string> keys)
    {
        var key = new JsonObject();
        foreach (var name in keys)
        {
            if (item is not null && item.TryGetPropertyValue(name, out var value))
            {
                key[name] = value?.DeepClone();
            }
        }

        return key;
    }

    private static void Unique(IList<JsonNode?> items, FieldPath path, ValueErrors errors)
    {
        var seen = new Dictionary<string, bool>(StringComparer.Ordinal);
        for (var i = 0; i < items.Count; i++)
        {
            var text = ValueRules.Canonical(items[i]);
            if (!seen.TryGetValue(text, out var told))
            {
                seen[text] = false;
            }
            else if (!told)
            {
                seen[text] = true;
                errors.Duplicate(path.Index(i), items[i]);
            }
        }
    }
}
