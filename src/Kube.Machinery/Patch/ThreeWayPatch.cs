using System.Text.Json.Nodes;
using Kube.Machinery.Schema;

namespace Kube.Machinery.Patch;

/// <summary>
/// Makes the patch that client-side apply sends: additions and changes from <c>modified</c> against <c>current</c>, deletions from <c>original</c>
/// (what was applied last) against <c>modified</c>. What others added to the object stays.
/// </summary>
public static class ThreeWayPatch
{
    /// <summary>A strategic merge patch, for a type that is known. An empty object means nothing changes. Throws <see cref="PatchException"/>.</summary>
    public static JsonObject Create(JsonObject? original, JsonObject modified, JsonObject current, TypeSchema schema)
    {
        var delta = new StrategicDiff(DiffPart.Changes).Diff(current, modified, schema);
        var deletions = new StrategicDiff(DiffPart.Deletions).Diff(original ?? [], modified, schema);
        return CheckIdentity(new StrategicMerge(intoPatch: true).Merge(deletions, delta, schema));
    }

    /// <summary>A JSON merge patch, for types that are not known.</summary>
    public static JsonObject Create(JsonObject? original, JsonObject modified, JsonObject current)
    {
        var delta = Pick(MergePatch.Diff(current, modified), nulls: false);
        var deletions = Pick(MergePatch.Diff(original ?? [], modified), nulls: true);
        return CheckIdentity(Overlay(deletions, delta));
    }

    /// <summary>The strategic merge patch that makes <paramref name="modified"/> of <paramref name="original"/>.</summary>
    public static JsonObject CreateTwoWay(JsonObject original, JsonObject modified, TypeSchema schema) =>
        new StrategicDiff(DiffPart.Both).Diff(original, modified, schema);

    /// <summary>The JSON merge patch that makes <paramref name="modified"/> of <paramref name="original"/>.</summary>
    public static JsonObject CreateTwoWay(JsonObject original, JsonObject modified) => MergePatch.Diff(original, modified);

    private static JsonObject CheckIdentity(JsonObject patch) =>
        patch.ContainsKey("apiVersion") || patch.ContainsKey("kind") || (patch["metadata"] is JsonObject metadata && metadata.ContainsKey("name"))
            ? throw new PatchException(PatchFailure.BadPatch, "at least one of apiVersion, kind and name was changed")
            : patch;

    /// <summary>Only the nulls of a merge patch, or all but them.</summary>
    private static JsonObject Pick(JsonObject patch, bool nulls)
    {
        foreach (var (name, value) in patch.ToList())
        {
            var keep = value switch
            {
                null => nulls,
                JsonObject { Count: > 0 } inner => Pick(inner, nulls).Count > 0,
                _ => !nulls,
            };
            if (!keep)
            {
                patch.Remove(name);
            }
        }

        return patch;
    }

    private static JsonObject Overlay(JsonObject target, JsonObject patch)
    {
        foreach (var (name, value) in patch.ToList())
        {
            patch.Remove(name);
            target[name] = target[name] is JsonObject old && value is JsonObject change ? Overlay((JsonObject)old.DeepClone(), change) : value;
        }

        return target;
    }
}
