using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kube.Api;
using Kube.Client;

namespace Kctl.Metrics;

/// <summary>What a container or a node uses.</summary>
/// <param name="Cpu">In cores.</param>
/// <param name="Memory">In bytes.</param>
internal sealed record Usage(decimal Cpu, decimal Memory)
{
    public static Usage operator +(Usage a, Usage b) => new(a.Cpu + b.Cpu, a.Memory + b.Memory);
}

/// <summary>What the containers of a pod use.</summary>
internal sealed record PodUsage(string Namespace, string Name, IReadOnlyList<(string Container, Usage Usage)> Containers)
{
    public Usage Total => Containers.Aggregate(new Usage(0, 0), (sum, c) => sum + c.Usage);
}

/// <summary>Reads usage from the metrics API where one is served, else from each node's kubelet.</summary>
internal sealed class UsageReader(Session session)
{
    private const string Metrics = "/apis/metrics.k8s.io/v1beta1";
    private const string Missing = "Metrics API not available";

    /// <summary>Usage by node.</summary>
    public async Task<IReadOnlyDictionary<string, Usage>> NodesAsync(IReadOnlyList<JsonObject> nodes, CancellationToken ct) =>
        await TryAsync($"{Metrics}/nodes", ct) is { } list
            ? list.Objects("items").ToDictionary(n => n.Name(), n => OfQuantities(n.At("usage")))
            : (await SummariesAsync(nodes, ct)).ToDictionary(s => s.Node, s => OfStats(s.Summary.At("node")));

    /// <summary>Usage by pod; of all namespaces where <paramref name="ns"/> is null.</summary>
    public async Task<IReadOnlyList<PodUsage>> PodsAsync(string? ns, CancellationToken ct)
    {
        var path = ns is null ? $"{Metrics}/pods" : $"{Metrics}/namespaces/{ns}/pods";
        if (await TryAsync(path, ct) is { } list)
        {
            return [.. list.Objects("items").Select(p => new PodUsage(p.Namespace() ?? "", p.Name(), [.. p.Objects("containers").Select(c => (c.Text("name") ?? "", OfQuantities(c.At("usage"))))]))];
        }

        var nodes = await session.Api.ListAsync("/api/v1/nodes", ct);
        var all = (await SummariesAsync(nodes.Objects("items"), ct)).SelectMany(s => s.Summary.Objects("pods"))
            .Select(p => new PodUsage(p.Text("podRef", "namespace") ?? "", p.Text("podRef", "name") ?? "", [.. p.Objects("containers").Select(c => (c.Text("name") ?? "", OfStats(c)))]));
        return [.. all.Where(p => ns is null || p.Namespace == ns)];
    }

    private async Task<JsonObject?> TryAsync(string path, CancellationToken ct)
    {
        try
        {
            return await session.Api.ListAsync(path, ct);
        }
        catch (ApiException e) when (e.Code is 404 or 503)
        {
            return null;
        }
    }

    /// <summary>What each kubelet says; a node that does not answer is left out, and if none does there is nothing to show.</summary>
    private async Task<IReadOnlyList<(string Node, JsonObject Summary)>> SummariesAsync(IReadOnlyList<JsonObject> nodes, CancellationToken ct)
    {
        var answers = await Task.WhenAll(nodes.Select(async n => (Node: n.Name(), Summary: await SummaryAsync(n.Name(), ct))));
        var found = answers.Where(a => a.Summary is not null).Select(a => (a.Node, a.Summary!)).ToList();
        return found.Count > 0 ? found : throw new CommandException(Missing);
    }

    private async Task<JsonObject?> SummaryAsync(string node, CancellationToken ct)
    {
        try
        {
            return await session.Api.GetAsync($"/api/v1/nodes/{Uri.EscapeDataString(node)}/proxy/stats/summary", ct);
        }
        catch (Exception e) when (e is ApiException { IsForbidden: false } or System.Text.Json.JsonException)
        {
            return null;
        }
    }

    private static Usage OfQuantities(JsonNode? usage) => new(Amount(usage.Text("cpu")), Amount(usage.Text("memory")));

    private static Usage OfStats(JsonNode? stats) => new((stats.Number("cpu", "usageNanoCores") ?? 0) / 1_000_000_000m, stats.Number("memory", "workingSetBytes") ?? 0);

    /// <summary>A quantity as a number; 0 where there is none. Pure.</summary>
    internal static decimal Amount(string? text) => text is not null && Quantity.TryParse(text, out var quantity) ? quantity.Value : 0;
}
