using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.Diagnosis;

namespace Kctl.Local;

/// <summary>Where nodes are.</summary>
internal static class NodeAddresses
{
    /// <summary>All nodes.</summary>
    public static async Task<IReadOnlyList<JsonObject>> NodesAsync(Session session, CancellationToken ct) => (await session.Api.ListAsync("/api/v1/nodes", ct)).Objects("items");

    /// <summary>A node's address in the cluster; null where it has none. Pure.</summary>
    public static string? Of(JsonObject node) => node.Objects("status", "addresses").FirstOrDefault(a => a.Text("type") == "InternalIP").Text("address");

    /// <summary>The addresses of the Ready nodes, each once. Pure.</summary>
    public static IReadOnlyList<string> Ready(IEnumerable<JsonObject> nodes) => [.. nodes.Where(ClusterLinks.IsReady).Select(Of).OfType<string>().Distinct()];

    /// <summary>Whether the node is only pretended to be: nothing listens on its address. Pure.</summary>
    public static bool IsSimulated(JsonObject node) => node.Text("status", "nodeInfo", "containerRuntimeVersion")?.StartsWith("simulated:", StringComparison.Ordinal) == true;
}
