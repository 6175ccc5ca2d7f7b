using System.Text.Json.Nodes;
using Kube.Machinery.Schema;

namespace Kube.Machinery.Patch;

/// <summary>Which differences a diff reports.</summary>
[Flags]
internal enum DiffPart
{
    Changes = 1,
    Deletions = 2,
    Both = Changes | Deletions,
}

/// <summary>Makes the strategic merge patch that leads from one object to another, with <c>$setElementOrder</c> and <c>$retainKeys</c> as kubectl sends them.</summary>
internal sealed class StrategicDiff(DiffPart part)
{
    private bool Changes => part.HasFlag(DiffPart.Changes);

    private bool Deletions => part.HasFlag(DiffPart.Deletions);

    public JsonObject Diff(JsonObject original, JsonObject modified, TypeSchema? schema, bool retainKeys = false)
    {
        var patch = new JsonObject();
        foreach (var (name, value) in modified)
        {
            if (!original.TryGetPropertyValue(name, out var old))
            {
                Set(patch, name, value);
            }
            else
            {
                DiffField(patch, name, old, value, schema);
            }
        }

        if (Deletions)
        {
            foreach (var (name, _) in original)
            {
                if (!modified.ContainsKey(name))
                {
                    patch[name] = null;
                }
            }
        }

        if (retainKeys && (patch.Count > 0 || original.Any(o => !modified.ContainsKey(o.Key))))
        {
            var keys = modified.Where(m => m.Value is not null).Select(m => m.Key).Order(StringComparer.Ordinal).ToList();
            if (keys.Count > 0)
            {
                patch[Directive.RetainKeys] = new JsonArray([.. keys.Select(k => (JsonNode?)JsonValue.Create(k))]);
            }
        }

        return patch;
    }

    private void DiffField(JsonObject patch, string name, JsonNode? old, JsonNode? value, TypeSchema? schema)
    {
        var field = schema?.Kind == SchemaKind.Object ? schema.Find(name) : null;
        var type = field?.Type ?? (schema?.Kind == SchemaKind.Map ? schema.Item : null);
        switch (old, value)
        {
            case (JsonObject before, JsonObject after) when field is not { PatchReplace: true }:
                if (Diff(before, after, type, field?.RetainKeys ?? false) is { Count: > 0 } inner)
                {
                    patch[name] = inner;
                }

                break;
            case (JsonArray before, JsonArray after) when field is { PatchMerge: true }:
                DiffList(patch, name, before, after, field);
                break;
            default:
                if (!JsonNode.DeepEquals(old, value))
                {
                    Set(patch, name, value);
                }

                break;
        }
    }

    private void Set(JsonObject patch, string name, JsonNode? value)
    {
        if (Changes)
        {
            patch[name] = value?.DeepClone();
        }
    }

    private void DiffList(JsonObject patch, string name, JsonArray original, JsonArray modified, FieldSchema field)
    {
        if (original.Count == 0)
        {
            if (modified.Count > 0)
            {
                Set(patch, name, modified);
            }

            return;
        }

        if (field.MergeKey is { } key)
        {
            DiffObjects(patch, name, original, modified, field, key);
        }
        else
        {
            DiffScalars(patch, name, original, modified);
        }
    }

    private void DiffScalars(JsonObject patch, string name, JsonArray original, JsonArray modified)
    {
        var elements = new ElementOrder(null);
        var added = Changes ? modified.Where(m => elements.IndexOf(original, m) < 0).ToList() : [];
        var gone = Deletions ? original.Where(o => elements.IndexOf(modified, o) < 0).ToList() : [];
        AddList(patch, name, added);
        AddList(patch, Directive.DeleteFromList + name, gone);
        if (gone.Count > 0 || (Changes && !JsonNode.DeepEquals(original, modified)))
        {
            AddList(patch, Directive.SetElementOrder + name, modified.ToList());
        }
    }

    private void DiffObjects(JsonObject patch, string name, JsonArray original, JsonArray modified, FieldSchema field, string key)
    {
        var elements = new ElementOrder(key);
        List<JsonNode?> rest = [.. Items(original, key)];
        var items = new List<JsonNode?>();
        foreach (var item in Items(modified, key))
        {
            var place = elements.IndexOf(rest, item);
            if (place < 0)
            {
                if (Changes)
                {
                    items.Add(item);
                }

                continue;
            }

            var change = Diff((JsonObject)rest[place]!, item, field.Type.Item, field.RetainKeys);
            rest.RemoveAt(place);
            if (change.Count > 0)
            {
                change[key] = item[key]?.DeepClone();
                items.Add(change);
            }
        }

        if (Deletions)
        {
            items.AddRange(rest.Select(gone => new JsonObject { [Directive.Marker] = Directive.Delete, [key] = gone![key]?.DeepClone() }));
        }

        AddList(patch, name, items);
        var sameOrder = original.Count == modified.Count && original.Zip(modified).All(pair => elements.IsSame(pair.First, pair.Second));
        if ((Changes && (items.Count > 0 || !sameOrder)) || (Deletions && items.Count > 0))
        {
            AddList(patch, Directive.SetElementOrder + name, [.. modified.Select(m => (JsonNode?)new JsonObject { [key] = m![key]?.DeepClone() })]);
        }
    }

    private static List<JsonObject> Items(JsonArray list, string key) => [.. list.Select(item =>
        item is JsonObject obj && obj.ContainsKey(key)
            ? obj
            : throw new PatchException(PatchFailure.BadPatch, $"map: {item?.ToJsonString() ?? "null"} does not contain declared merge key: {key}"))];

    private static void AddList(JsonObject patch, string name, IReadOnlyCollection<JsonNode?> items)
    {
        if (items.Count > 0)
        {
            patch[name] = new JsonArray([.. items.Select(i => i?.DeepClone())]);
        }
    }
}
