using System.Text.Json.Nodes;
using Kube.Machinery.Schema;

namespace Kube.Machinery.Patch;

/// <summary>
/// Kubernetes' own merge: objects merge, lists merge by key where the type says so and are replaced elsewhere, null deletes. The directives
/// <c>$patch</c> (replace, delete, merge), <c>$retainKeys</c>, <c>$setElementOrder/field</c> and <c>$deleteFromPrimitiveList/field</c> steer it.
/// </summary>
public static class StrategicMergePatch
{
    /// <summary>The patched document; the arguments stay as they are. Throws <see cref="PatchException"/>.</summary>
    public static JsonObject Apply(JsonObject document, JsonObject patch, TypeSchema schema) =>
        new StrategicMerge(intoPatch: false).Merge((JsonObject)document.DeepClone(), (JsonObject)patch.DeepClone(), schema);
}
