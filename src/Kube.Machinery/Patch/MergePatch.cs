using System.Text.Json.Nodes;

namespace Kube.Machinery.Patch;

/// <summary>RFC 7386: an object laid over another; null deletes.</summary>
public static class MergePatch
{
    /// <summary>The patched document; the arguments stay as they are.</summary>
    public static JsonNode? Apply(JsonNode? document, JsonNode? patch)
    {
        if (patch is not JsonObject changes)
        {
            return patch?.DeepClone();
        }

        var result = document is JsonObject old ? (JsonObject)old.DeepClone() : [];
        Merge(result, changes);
        return result;
    }

    /// <summary>The patch that makes <paramref name="modified"/> of <paramref name="original"/>; empty when they are equal.</summary>
    public static JsonObject Diff(JsonObject original, JsonObject modified)
    {
        var patch = new JsonObject();
        foreach (var (name, value) in modified)
        {
            if (!original.TryGetPropertyValue(name, out var old))
            {
                patch[name] = value?.DeepClone();
            }
            else if (old is JsonObject before && value is JsonObject after)
            {
                if (Diff(before, after) is { Count: > 0 } inner)
                {
                    patch[name] = inner;
                }
            }
            else if (!JsonNode.DeepEquals(old, value))
            {
                patch[name] = value?.DeepClone();
            }
        }

        foreach (var (name, _) in original)
        {
            if (!modified.ContainsKey(name))
            {
                patch[name] = null;
            }
        }

        return patch;
    }

    private static void Merge(JsonObject target, JsonObject changes)
    {
        foreach (var (name, value) in changes)
        {
            if (value is null)
            {
                target.Remove(name);
            }
            else if (value is not JsonObject inner)
            {
                target[name] = value.DeepClone();
            }
            else
            {
                if (target[name] is not JsonObject existing)
                {
                    target[name] = existing = [];
                }

                Merge(existing, inner);
            }
        }
    }
}
