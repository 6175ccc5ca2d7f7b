using System.Text.Json.Nodes;
using Kube.Machinery.Schema;

namespace Kube.Machinery.Patch;

/// <summary>RFC 6902: a list of operations.</summary>
public static class JsonPatch
{
    /// <summary>The patched document; the arguments stay as they are. Throws <see cref="PatchException"/>.</summary>
    public static JsonNode? Apply(JsonNode? document, JsonNode? patch) => throw new NotSupportedException();
}
