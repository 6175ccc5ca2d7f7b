using System.Text.Json.Nodes;
using Kube.Machinery.Schema;

namespace Kube.Machinery.Patch;

/// <summary>Makes the patch that client-side apply sends: additions and changes from modified against current, deletions from original against modified.</summary>
public static class ThreeWayPatch
{
    /// <summary>A strategic merge patch for a type that is known. An empty object means nothing changes. Throws <see cref="PatchException"/>.</summary>
    public static JsonObject Create(JsonObject? original, JsonObject modified, JsonObject current, TypeSchema schema) => throw new NotSupportedException();

    /// <summary>A JSON merge patch, for types that are not known.</summary>
    public static JsonObject Create(JsonObject? original, JsonObject modified, JsonObject current) => throw new NotSupportedException();

    /// <summary>The strategic merge patch that makes <paramref name="modified"/> of <paramref name="original"/>.</summary>
    public static JsonObject CreateTwoWay(JsonObject original, JsonObject modified, TypeSchema schema) => throw new NotSupportedException();

    /// <summary>The JSON merge patch that makes <paramref name="modified"/> of <paramref name="original"/>.</summary>
    public static JsonObject CreateTwoWay(JsonObject original, JsonObject modified) => throw new NotSupportedException();
}
