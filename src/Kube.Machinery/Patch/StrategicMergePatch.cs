using System.Text.Json.Nodes;
using Kube.Machinery.Schema;

namespace Kube.Machinery.Patch;

/// <summary>Kubernetes' own merge: lists merge by key as the type says.</summary>
public static class StrategicMergePatch
{
    /// <summary>The patched document; the arguments stay as they are. Throws <see cref="PatchException"/>.</summary>
    public static JsonObject Apply(JsonObject document, JsonObject patch, TypeSchema schema) => throw new NotSupportedException();
}
