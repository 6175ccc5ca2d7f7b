using System.Text.Json.Nodes;
using Kube.Machinery.Schema;

namespace Kube.Machinery.Patch;

/// <summary>RFC 7386: an object laid over another; null deletes.</summary>
public static class MergePatch
{
    /// <summary>The patched document; the arguments stay as they are. Throws <see cref="PatchException"/>.</summary>
    public static JsonNode? Apply(JsonNode? document, JsonNode? patch) => throw new NotSupportedException();
}
