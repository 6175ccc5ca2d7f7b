using System.Text.Json;
using System.Text.Json.Nodes;
using Kube.Machinery.Json;
using Kube.Machinery.Schema;

namespace Kube.Machinery.Patch;

/// <summary>
/// Merges a strategic patch into an object, or (<paramref name="intoPatch"/>) into another patch, where directives and nulls are kept for whoever applies the result.
/// Works on its arguments: callers pass copies.
/// </summary>
internal sealed class StrategicMerge(bool intoPatch)
{
    public JsonObject Merge(JsonObject target, JsonObject patch, TypeSchema? schema)
    {
        switch (Directive.Of(patch))
        {
            case null:
                break;
            case Directive.Replace:
                patch.Remove(Directive.Marker);
                return intoPatch ? patch : (JsonObject)Directive.Strip(patch)!;
            case Directive.Delete:
                return [];
            case Directive.Merge:
                patch.Remove(Directive.Marker);
                break;
            case var other:
                throw Directive.Unknown(other, patch);
        }

        RetainKeys(target, patch);
        SetElementOrders(target, patch, schema);
        foreach (var (name, value) in patch.ToList())
        {
            patch.Remove(name);
            MergeField(target, name, value, schema);
        }

        return target;
    }

    private static JsonArray List(JsonNode? value, string what) => value as JsonArray
        ?? throw new PatchException(PatchFailure.BadPatch, $"invalid patch format of {what}: expected a list, found {JsonTree.NameOf(value)}");

    private void MergeField(JsonObject target, string name, JsonNode? value, TypeSchema? schema)
    {
        if (name.StartsWith(Directive.DeleteFromList, StringComparison.Ordinal))
        {
            DeleteFromList(target, name, value);
            return;
        }

        if (value is null)
        {
            target.Remove(name);
            if (intoPatch)
            {
                target[name] = null;
            }

            return;
        }

        var field = schema?.Kind == SchemaKind.Object ? schema.Find(name) : null;
        var type = field?.Type ?? (schema?.Kind == SchemaKind.Map ? schema.Item : null);
        switch (target[name], value)
        {
            case (JsonObject old, JsonObject change) when field is not { PatchReplace: true }:
                target.Remove(name);
                target[name] = Merge(old, change, type);
                break;
            case (JsonArray old, JsonArray change) when field is { PatchMerge: true }:
                target[name] = MergeList(old, change, field);
                break;
            default:
                Take(target, name, value);
                break;
        }
    }

    private void Take(JsonObject target, string name, JsonNode value)
    {
        if (intoPatch || Directive.Of(value) is not { } directive)
        {
            target[name] = intoPatch ? value : Directive.Strip(value);
            return;
        }

        target.Remove(name);
        if (directive is not (Directive.Replace or Directive.Merge or Directive.Delete))
        {
            throw Directive.Unknown(directive, value);
        }

        if (directive != Directive.Delete)
        {
            target[name] = Directive.Strip(value);
        }
    }

    private void DeleteFromList(JsonObject target, string name, JsonNode? value)
    {
        if (intoPatch)
        {
            target[name] = value;
            return;
        }

        var field = name[Directive.DeleteFromList.Length..];
        var gone = List(value, "primitive list");
        if (target[field] is JsonArray old)
        {
            target[field] = new JsonArray([.. old.Where(item => !gone.Any(g => JsonNode.DeepEquals(g, item))).Select(item => item?.DeepClone())]);
        }
    }

    private void RetainKeys(JsonObject target, JsonObject patch)
    {
        if (!patch.TryGetPropertyValue(Directive.RetainKeys, out var listed))
        {
            return;
        }

        patch.Remove(Directive.RetainKeys);
        if (intoPatch)
        {
            target[Directive.RetainKeys] = listed;
            return;
        }

        var keep = List(listed, "retainKeys").Select(k => k is JsonValue v && v.GetValueKind() == JsonValueKind.String ? v.GetValue<string>() : "").ToHashSet(StringComparer.Ordinal);
        if (patch.Any(p => p.Value is not null && !p.Key.StartsWith('$') && !keep.Contains(p.Key)))
        {
            throw new PatchException(PatchFailure.BadPatch, "invalid patch format of retainKeys");
        }

        foreach (var (name, _) in target.ToList())
        {
            if (!keep.Contains(name))
            {
                target.Remove(name);
            }
        }
    }

    /// <summary>Merges and orders every list for which the patch gives an order; what is left in the patch afterwards needs no order.</summary>
    private void SetElementOrders(JsonObject target, JsonObject patch, TypeSchema? schema)
    {
        foreach (var (name, value) in patch.Where(p => p.Key.StartsWith(Directive.SetElementOrder, StringComparison.Ordinal)).ToList())
        {
            patch.Remove(name);
            var order = List(value, "setElementOrder list");
            if (intoPatch)
            {
                target[name] = order;
            }

            var fieldName = name[Directive.SetElementOrder.Length..];
            var field = schema?.Find(fieldName);
            var old = target[fieldName] as JsonArray;
            var change = patch[fieldName] as JsonArray;
            if (old is null && change is null)
            {
                continue;
            }

            var elements = new ElementOrder(field?.MergeKey);
            CheckOrder(change, order, elements);
            patch.Remove(fieldName);
            var before = old is null ? [] : (JsonArray)old.DeepClone();
            var merged = (old, change) switch
            {
                ({ } o, null) => o,
                ({ } o, { } c) when field is { PatchMerge: true } => MergeList(o, c, field),
                (_, var c) => (JsonArray)(intoPatch ? c! : Directive.Strip(c)!),
            };
            target[fieldName] = new JsonArray([.. elements.Arrange(merged, order, before).Select(item => item?.DeepClone())]);
        }
    }

    private static void CheckOrder(JsonArray? change, JsonArray order, ElementOrder elements)
    {
        var at = 0;
        foreach (var item in change?.Where(i => Directive.Of(i) is null) ?? [])
        {
            while (at < order.Count && !elements.IsSame(order[at], item))
            {
                at++;
            }

            if (at++ >= order.Count)
            {
                throw new PatchException(PatchFailure.BadPatch, $"The order in patch list:\n{change!.ToJsonString()}\n doesn't match {Directive.SetElementOrder[..^1]} list:\n{order.ToJsonString()}\n");
            }
        }
    }

    private JsonArray MergeList(JsonArray old, JsonArray change, FieldSchema field)
    {
        var elements = new ElementOrder(field.MergeKey);
        var before = old.Select(i => i?.DeepClone()).ToList();
        var merged = field.MergeKey is { } key
            ? MergeObjects(before, change, key, field.Type.Item)
            : before.Concat(change.Where(c => elements.IndexOf(before, c) < 0)).Aggregate(new List<JsonNode?>(), (list, item) =>
            {
                if (elements.IndexOf(list, item) < 0)
                {
                    list.Add(item);
                }

                return list;
            });
        var serverOrder = old.ToList();
        var patchOrder = change.Where(c => !Directive.IsDeletion(c)).ToList();
        return new JsonArray([.. elements.Arrange(merged, patchOrder, serverOrder).Select(i => i?.DeepClone())]);
    }

    private List<JsonNode?> MergeObjects(List<JsonNode?> items, JsonArray change, string key, TypeSchema? type)
    {
        var elements = new ElementOrder(key);
        if (change.Any(c => Directive.Of(c) == Directive.Replace))
        {
            return [.. change.Where(c => Directive.Of(c) is null).Select(c => Directive.Strip(c!.DeepClone()))];
        }

        foreach (var item in change)
        {
            var patch = item as JsonObject
                ?? throw new PatchException(PatchFailure.BadPatch, $"list item {item?.ToJsonString() ?? "null"} is not an object, but the list is merged by \"{key}\"");
            if (!patch.ContainsKey(key))
            {
                throw new PatchException(PatchFailure.BadPatch, $"map: {patch.ToJsonString()} does not contain declared merge key: {key}");
            }

            var place = elements.IndexOf(items, patch);
            switch (Directive.Of(patch))
            {
                case Directive.Delete when intoPatch:
                    items.Add(patch.DeepClone());
                    break;
                case Directive.Delete:
                    items.RemoveAll(i => elements.IsSame(i, patch));
                    break;
                case null or Directive.Merge when place >= 0:
                    items[place] = Merge((JsonObject)items[place]!.DeepClone(), (JsonObject)patch.DeepClone(), type);
                    break;
                case null or Directive.Merge:
                    items.Add(intoPatch ? patch.DeepClone() : Directive.Strip(patch.DeepClone()));
                    break;
                case var other:
                    throw Directive.Unknown(other, patch);
            }
        }

        return items;
    }
}
