using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.Manifests;
using Kube.Client;

namespace Kctl.Nodes;

/// <summary>Drains nodes one after the other, the pods of a node all at once.</summary>
internal sealed class DrainCommand(Session session)
{
    private static readonly TimeSpan s_retry = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _oneLine = new(1);
    private readonly ConcurrentDictionary<string, bool> _gone = new(StringComparer.Ordinal);

    public required DrainRules Rules { get; init; }

    public int? Grace { get; init; }

    public TimeSpan Timeout { get; init; }

    public bool Delete { get; init; }

    public string? PodSelector { get; init; }

    public DryRun DryRun { get; init; }

    /// <summary>Marks all nodes, then empties them. A node that cannot be drained does not keep the others from it.</summary>
    public async Task<int> RunAsync(IReadOnlyList<JsonObject> nodes, CancellationToken ct)
    {
        foreach (var node in nodes)
        {
            await NodeFlags.MarkAsync(session, node, unschedulable: true, DryRun, ct);
        }

        var problems = new List<(string Node, string Problem)>();
        foreach (var node in nodes.Select(n => n.Name()))
        {
            try
            {
                await DrainAsync(node, ct);
                await session.Out.WriteLineAsync($"node/{node} drained{DryRun.Note()}");
            }
            catch (Exception e) when (e is CommandException or ApiException)
            {
                problems.Add((node, e.Message));
                await session.Out.FlushAsync(ct);
                await session.Error.WriteLineAsync($"error: unable to drain node \"{node}\" due to error: {e.Message}, continuing command...");
            }
        }

        if (problems.Count > 0)
        {
            await session.Error.WriteLineAsync($"There are pending nodes to be drained:\n{string.Join('\n', problems.Select(p => " " + p.Node))}");
            await session.Error.WriteLineAsync(string.Join('\n', problems.Select(p => p.Problem).Distinct()));
        }

        return problems.Count > 0 ? 1 : 0;
    }

    private async Task DrainAsync(string node, CancellationToken ct)
    {
        var plan = await PlanAsync(node, ct);
        if (plan.Refusals.Count > 0)
        {
            throw new CommandException(plan.Refusals.Count == 1 ? plan.Refusals[0] : $"[{string.Join(", ", plan.Refusals)}]");
        }

        if (plan.Warnings.Count > 0)
        {
            await session.Out.FlushAsync(ct);
            await session.Error.WriteLineAsync($"Warning: {string.Join("; ", plan.Warnings)}");
        }

        using var timer = new CancellationTokenSource(Timeout > TimeSpan.Zero ? Timeout : System.Threading.Timeout.InfiniteTimeSpan, session.Terminal.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct, timer.Token);
        try
        {
            await Task.WhenAll(plan.Pods.Select(p => RemoveAsync(p, both.Token)));
        }
        catch (OperationCanceledException) when (timer.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            var left = plan.Pods.Where(p => !_gone.ContainsKey(p.Text("metadata", "uid") ?? "")).ToList();
            var problem = $"error when {(Delete ? "deleting" : "evicting")} pods/\"{left.FirstOrDefault().Name()}\" -n \"{left.FirstOrDefault().Namespace()}\": global timeout reached: {Durations.Age(Timeout)}";
            await SayAsync(session.Error, $"There are pending pods in node \"{node}\" when an error occurred: {problem}\n{string.Join('\n', left.Select(p => $"pod/{p.Name()}"))}");
            throw new CommandException(problem);
        }
    }

    private async Task<DrainPlan> PlanAsync(string node, CancellationToken ct)
    {
        var list = await session.Api.ListAsync(QueryText.With("/api/v1/pods", ("fieldSelector", $"spec.nodeName={node}"), ("labelSelector", PodSelector)), ct);
        var pods = list.Objects("items").Select(p => (JsonObject)p.DeepClone()).ToList();
        var missing = new HashSet<string>(StringComparer.Ordinal);
        foreach (var pod in pods)
        {
            if (pod.Objects("metadata", "ownerReferences").FirstOrDefault(o => o.Flag("controller") && o.Text("kind") == "DaemonSet") is { } owner
                && await session.Api.FindAsync($"/apis/apps/v1/namespaces/{pod.Namespace()}/daemonsets/{owner.Text("name")}", ct) is null)
            {
                missing.Add(pod.Text("metadata", "uid") ?? "");
            }
        }

        return DrainPlan.Make(pods, Rules, pod => !missing.Contains(pod.Text("metadata", "uid") ?? ""), session.Terminal.Time.GetUtcNow());
    }

    /// <summary>Evicts one pod, again and again while a disruption budget stands against it, and waits until it is gone.</summary>
    private async Task RemoveAsync(JsonObject pod, CancellationToken ct)
    {
        var (ns, name) = (pod.Namespace(), pod.Name());
        await SayAsync(session.Out, $"{(Delete ? "deleting" : "evicting")} pod {ns}/{name}{DryRun.Note()}");
        if (DryRun == DryRun.Client)
        {
            return;
        }

        while (!await TryAsync(pod, ct))
        {
            await SayAsync(session.Out, $"{(Delete ? "deleting" : "evicting")} pod {ns}/{name}");
        }

        if (DryRun == DryRun.None)
        {
            var type = await session.Names.FindAsync("pods", ct);
            await Deletion.WaitAsync(session, type, ns, name, pod.Text("metadata", "uid"), ct);
            _gone[pod.Text("metadata", "uid") ?? ""] = true;
            await SayAsync(session.Out, $"pod/{name} {(Delete ? "deleted" : "evicted")}");
        }
    }

    private async Task<bool> TryAsync(JsonObject pod, CancellationToken ct)
    {
        var (ns, name) = (pod.Namespace(), pod.Name());
        var path = $"/api/v1/namespaces/{ns}/pods/{name}";
        var options = new JsonObject();
        if (Grace is { } seconds)
        {
            options["gracePeriodSeconds"] = seconds;
        }

        try
        {
            var body = Delete ? options : new JsonObject { ["apiVersion"] = "policy/v1", ["kind"] = "Eviction", ["metadata"] = new JsonObject { ["name"] = name, ["namespace"] = ns }, ["deleteOptions"] = options };
            await session.Api.SendAsync(Delete ? HttpMethod.Delete : HttpMethod.Post, QueryText.With(Delete ? path : path + "/eviction", ("dryRun", DryRun.Query())), body, RestApi.Json, ct);
            return true;
        }
        catch (ApiException e) when (e.IsNotFound)
        {
            return true;
        }
        catch (ApiException e) when (e.Code == 429)
        {
            await SayAsync(session.Error, $"error when evicting pods/\"{name}\" -n \"{ns}\" (will retry after {s_retry.TotalSeconds:0}s): {e.Message}");
            await Task.Delay(s_retry, session.Terminal.Time, ct);
            return false;
        }
    }

    private async Task SayAsync(TextWriter writer, string line)
    {
        await _oneLine.WaitAsync(CancellationToken.None);
        try
        {
            await session.Out.FlushAsync(CancellationToken.None);
            await writer.WriteLineAsync(line);
            await writer.FlushAsync(CancellationToken.None);
        }
        finally
        {
            _oneLine.Release();
        }
    }
}
