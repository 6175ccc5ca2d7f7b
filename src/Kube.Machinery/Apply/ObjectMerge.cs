using System.Text.Json.Nodes;

namespace Kube.Machinery.Apply;

/// <summary>Merging an applied configuration into a live object, and taking fields out of one.</summary>
internal static class ObjectMerge
{
    /// <summary>The live value with everything the applied one says; neither is changed.</summary>
    public static JsonNode? Merge(JsonNode? live, JsonNode? applied, ApplySchema schema) => (live, applied) switch
    {
        (JsonObject old, JsonObject said) when schema.Ownership == Ownership.Granular => MergeFields(old, said, schema),
        (JsonArray old, JsonArray said) when schema.Ownership is Ownership.MapList or Ownership.SetList => MergeItems(old, said, schema),
        _ => applied?.DeepClone(),
    };

    /// <summary>Takes the members of a set out of a value; maps and lists that become empty go too. Null when nothing is left.</summary>
    public static JsonNode? Remove(JsonNode? value, FieldSet removed, ApplySchema schema)
    {
        if (value is JsonObject fields && schema.Ownership == Ownership.Granular)
        {
            var result = new JsonObject();
            foreach (var (name, field) in fields)
            {
                if (Kept(field, removed.Below(PathElements.Field(name)), schema.Field(name)) is { } kept)
                {
                    result[name] = kept;
                }
            }

            return result.Count == 0 && fields.Count > 0 ? null : result;
        }

        if (value is JsonArray items && schema.Ownership is Ownership.MapList or Ownership.SetList)
        {
            // An item of which anything stays keeps its keys.
            var keys = FieldSet.Of(false, schema.Keys.Select(k => KeyValuePair.Create(PathElements.Field(k.Name), FieldSet.Leaf)));
            var kept = PathElements.Items(schema, items)
                .Select(i => (i.Item, Removed: removed.Below(i.Element)))
                .Select(i => Kept(i.Item, i.Removed.Children.Count > 0 ? i.Removed.Except(keys) : i.Removed, schema.Item))
                .Where(i => i is not null)
                .ToArray();
            return kept.Length == 0 ? null : new JsonArray(kept);
        }

        return value?.DeepClone();
    }

    private static JsonNode? Kept(JsonNode? value, FieldSet removed, ApplySchema schema) =>
        removed.IsEmpty ? value?.DeepClone()
        : removed.IsMember && removed.Children.Count == 0 ? null
        : Remove(value, removed, schema);

    private static JsonObject MergeFields(JsonObject live, JsonObject applied, ApplySchema schema)
    {
        var result = new JsonObject();
        foreach (var (name, value) in live)
        {
            result[name] = applied.ContainsKey(name) ? Merge(value, applied[name], schema.Field(name)) : value?.DeepClone();
        }

        foreach (var (name, value) in applied)
        {
            if (!live.ContainsKey(name))
            {
                result[name] = value?.DeepClone();
            }
        }

        return result;
    }

    // The applied order rules among applied items; items of others stay where they stand, before what is new.
    private static JsonArray MergeItems(JsonArray live, JsonArray applied, ApplySchema schema)
    {
        var said = PathElements.Items(schema, applied).ToList();
        var saidElements = said.Select(i => i.Element).ToHashSet();
        var old = PathElements.Items(schema, live).ToList();
        var oldByElement = old.GroupBy(i => i.Element).ToDictionary(g => g.Key, g => g.First().Item);
        var merged = new HashSet<string>();
        var result = new JsonArray();
        var next = 0;
        foreach (var (element, item) in said)
        {
            for (; next < old.Count && (!saidElements.Contains(old[next].Element) || merged.Contains(old[next].Element)); next++)
            {
                AddUnlessMerged(old[next]);
            }

            merged.Add(element);
            result.Add(oldByElement.TryGetValue(element, out var before) ? Merge(before, item, schema.Item) : item?.DeepClone());
        }

        old.Skip(next).ToList().ForEach(AddUnlessMerged);
        return result;

        void AddUnlessMerged((string Element, JsonNode? Item) one)
        {
            if (!saidElements.Contains(one.Element))
            {
                result.Add(one.Item?.DeepClone());
            }
        }
    }
}
