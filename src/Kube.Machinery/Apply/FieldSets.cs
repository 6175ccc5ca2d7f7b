using System.Text.Json.Nodes;

namespace Kube.Machinery.Apply;

/// <summary>Field sets read off objects: what an object sets, and what changed between two.</summary>
internal static class FieldSets
{
    /// <summary>The fields an applied configuration lays claim to.</summary>
    public static FieldSet Of(JsonNode? value, ApplySchema schema)
    {
        switch (value)
        {
            case JsonObject fields when schema.Ownership == Ownership.Granular:
                return FieldSet.Of(false, fields.Select(f =>
                {
                    var below = Of(f.Value, schema.Field(f.Key));
                    var whole = f.Value is null or JsonObject { Count: 0 } || !schema.Declares(f.Key);
                    return KeyValuePair.Create(PathElements.Field(f.Key), whole ? below.Union(FieldSet.Leaf) : below);
                }));
            case JsonArray items when schema.Ownership is Ownership.MapList or Ownership.SetList:
                return FieldSet.Of(false, PathElements.Items(schema, items)
                    .GroupBy(i => i.Element, i => i.Item)
                    .Select(i => KeyValuePair.Create(i.Key, Of(i.Last(), schema.Item).Union(FieldSet.Leaf))));
            default:
                return FieldSet.Leaf;
        }
    }

    /// <summary>Where a configuration has list items that cannot be told apart, and why; null when it has none.</summary>
    public static string? Fault(JsonNode? value, ApplySchema schema, string path = "") => value switch
    {
        JsonObject fields when schema.Ownership == Ownership.Granular => fields.Select(f => Fault(f.Value, schema.Field(f.Key), $"{path}.{f.Key}")).FirstOrDefault(f => f is not null),
        JsonArray items when schema.Ownership is Ownership.MapList or Ownership.SetList => PathElements.Fault(schema, items) is { } fault
            ? $"{path}: {fault}"
            : PathElements.Items(schema, items).Select(i => Fault(i.Item, schema.Item, path + FieldSet.Show(i.Element))).FirstOrDefault(f => f is not null),
        _ => null,
    };

    /// <summary>What differs between two states of an object.</summary>
    public static Difference Compare(JsonNode? old, JsonNode? changed, ApplySchema schema)
    {
        if (old is null || changed is null)
        {
            return (old, changed) switch
            {
                (null, { } came) => new Difference(Whole(came, schema), FieldSet.Empty, FieldSet.Empty),
                ({ } went, null) => new Difference(FieldSet.Empty, FieldSet.Empty, Whole(went, schema)),
                _ => Difference.None,
            };
        }

        if (old is JsonObject oldFields && changed is JsonObject newFields && schema.Ownership == Ownership.Granular)
        {
            return Difference.Of(oldFields.Select(f => f.Key).Union(newFields.Select(f => f.Key)).Select(name =>
                (PathElements.Field(name), Compare(oldFields[name], newFields[name], schema.Field(name)))));
        }

        if (old is JsonArray oldItems && changed is JsonArray newItems && schema.Ownership is Ownership.MapList or Ownership.SetList)
        {
            var before = PathElements.Items(schema, oldItems).GroupBy(i => i.Element).ToDictionary(g => g.Key, g => g.Last().Item);
            var after = PathElements.Items(schema, newItems).GroupBy(i => i.Element).ToDictionary(g => g.Key, g => g.Last().Item);
            return Difference.Of(before.Keys.Union(after.Keys).Select(element =>
                (element, Compare(before.GetValueOrDefault(element), after.GetValueOrDefault(element), schema.Item))));
        }

        return JsonNode.DeepEquals(old, changed) ? Difference.None : new Difference(FieldSet.Empty, FieldSet.Leaf, FieldSet.Empty);
    }

    // Something that came or went counts with all that is below it, every step of the way included.
    private static FieldSet Whole(JsonNode value, ApplySchema schema) => value switch
    {
        JsonObject fields when schema.Ownership == Ownership.Granular => FieldSet.Of(true, fields.Where(f => f.Value is not null).Select(f =>
            KeyValuePair.Create(PathElements.Field(f.Key), Whole(f.Value!, schema.Field(f.Key))))),
        JsonArray items when schema.Ownership is Ownership.MapList or Ownership.SetList => FieldSet.Of(true, PathElements.Items(schema, items)
            .Where(i => i.Item is not null)
            .GroupBy(i => i.Element)
            .Select(i => KeyValuePair.Create(i.Key, Whole(i.Last().Item!, schema.Item)))),
        _ => FieldSet.Leaf,
    };
}

/// <summary>The fields that came, changed and went.</summary>
internal sealed record Difference(FieldSet Added, FieldSet Modified, FieldSet Removed)
{
    public static Difference None { get; } = new(FieldSet.Empty, FieldSet.Empty, FieldSet.Empty);

    /// <summary>Fields whose value is new.</summary>
    public FieldSet Written => Added.Union(Modified);

    public static Difference Of(IEnumerable<(string Element, Difference Below)> parts)
    {
        var all = parts.Where(p => p.Below != None).ToList();
        FieldSet Pick(Func<Difference, FieldSet> part) => FieldSet.Of(false, all.Select(p => KeyValuePair.Create(p.Element, part(p.Below))));
        return all.Count == 0 ? None : new Difference(Pick(d => d.Added), Pick(d => d.Modified), Pick(d => d.Removed));
    }
}
