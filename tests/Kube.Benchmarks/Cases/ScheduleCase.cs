using System.Diagnostics;
using System.Text;
using Kube.Benchmarks.Load;
using Kube.Benchmarks.Report;
using Kube.Benchmarks.Targets;

namespace Kube.Benchmarks.Cases;

/// <summary>
/// A Deployment scaled up and down on simulated nodes: the whole control plane at once. The floor of a pod is the two writes it needs
/// (create and bind; delete twice on the way down) at the rate at which this server takes creates from a client.
/// </summary>
internal sealed class ScheduleCase : BenchmarkCase
{
    private const string Plain = "";
    private const string AntiAffinity = """ "affinity":{"podAntiAffinity":{"requiredDuringSchedulingIgnoredDuringExecution":[{"topologyKey":"kubernetes.io/hostname","labelSelector":{"matchLabels":{"app":"NAME"} } }] } }, """;
    private const string Spread = """ "topologySpreadConstraints":[{"maxSkew":1,"topologyKey":"topology.kubernetes.io/zone","whenUnsatisfiable":"DoNotSchedule","labelSelector":{"matchLabels":{"app":"NAME"} } }], """;

    public override string Name => "schedule";

    public override string Summary => "a Deployment 0 -> 5,000 -> 0 on 1,000 simulated nodes; anti-affinity; topology spread; 100 and 5,000 nodes";

    public override bool IsLocal => true;

    public override async Task<IReadOnlyList<Row>> RunAsync(BenchOptions options, TimeProvider clock, CancellationToken cancel)
    {
        var (nodes, pods, few) = options.Quick ? (20, 60, 15) : (1_000, 5_000, 900);
        var rows = new List<Row>();
        double plain;
        await using (var cluster = await LocalCluster.StartAsync(nodes, clock, cancel))
        {
            var floor = await WritesAsync(cluster, pods, cancel) / 2;
            plain = await ScaleUpAsync(cluster, "plain", Plain, pods, cancel);
            rows.Add(new Row($"schedule 0 -> {pods:#,0} replicas on {nodes:#,0} nodes, until bound", plain, "pods/s", floor, "two writes a pod at the rate of creates", 0.50, Note: $"{pods / plain:0.0} s"));
            var down = await ScaleDownAsync(cluster, "plain", pods, cancel);
            rows.Add(new Row($"scale {pods:#,0} -> 0, until no pod is left", down, "pods/s", floor, "two writes a pod at the rate of creates", 0.50, Note: $"{pods / down:0.0} s"));
            var apart = await ScaleUpAsync(cluster, "apart", AntiAffinity, few, cancel);
            rows.Add(new Row($"schedule with anti-affinity, {few:#,0} pods, {nodes:#,0} nodes", apart, "pods/s", plain, "plain scheduling", 0.30));
            var spread = await ScaleUpAsync(cluster, "spread", Spread, few, cancel);
            rows.Add(new Row($"schedule with topology spread, {few:#,0} pods, {nodes:#,0} nodes", spread, "pods/s", plain, "plain scheduling", 0.30));
        }

        var small = 0.0;
        foreach (var size in options.Quick ? [10, 30] : new[] { 100, 1_000, 5_000 })
        {
            await using var cluster = await LocalCluster.StartAsync(size, clock, cancel);
            await ScaleUpAsync(cluster, "warm", Plain, Math.Min(few, 300), cancel);
            var rate = await ScaleUpAsync(cluster, "growth", Plain, few, cancel);
            small = small == 0 ? rate : small;
            rows.Add(new Row($"time to schedule a pod at {size:#,0} nodes", 1000 / rate, "ms", 1000 / small, "itself at the fewest nodes", 2.0, AtMost: true));
        }

        return rows;
    }

    private static async Task<double> WritesAsync(LocalCluster cluster, int count, CancellationToken cancel)
    {
        using var http = new HttpTarget(cluster.Server.Config, Manifests.Writers);
        const string path = "/api/v1/namespaces/default/configmaps";
        Task<long> CreateAsync(int n, CancellationToken stop) => http.SendAsync(
            n, HttpMethod.Post, path, Encoding.UTF8.GetBytes($$"""{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"w{{n}}"},"data":{"text":"{{new string('x', 1500)}}"} }"""), stop);
        return (await LoadRun.CountAsync("the rate of creates", Manifests.Writers, count, CreateAsync, cancel)).PerSecond;
    }

    private static async Task<double> ScaleUpAsync(LocalCluster cluster, string name, string extra, int pods, CancellationToken cancel)
    {
        // A pod enters this selection when it is bound.
        const string bound = "&fieldSelector=spec.nodeName!%3D";
        return await TimeAsync(cluster, $"binding {pods:#,0} pods ({name})", $"app%3D{name}{bound}", "{\"type\":\"ADDED\"", pods, http => http.SendAsync(
            0, HttpMethod.Post, "/apis/apps/v1/namespaces/default/deployments", Encoding.UTF8.GetBytes(Deployment(name, extra, pods)), cancel), cancel);
    }

    private static Task<double> ScaleDownAsync(LocalCluster cluster, string name, int pods, CancellationToken cancel) =>
        TimeAsync(cluster, $"deleting {pods:#,0} pods", $"app%3D{name}", "{\"type\":\"DELETED\"", pods, http => http.SendAsync(
            0, HttpMethod.Patch, $"/apis/apps/v1/namespaces/default/deployments/{name}/scale", """{"spec":{"replicas":0}}"""u8.ToArray(), cancel, "application/merge-patch+json"), cancel);

    private static async Task<double> TimeAsync(
        LocalCluster cluster, string what, string selection, string text, int count, Func<HttpTarget, Task> act, CancellationToken cancel)
    {
        using var http = new HttpTarget(cluster.Server.Config, 1);
        using var watcher = new HttpTarget(cluster.Server.Config, 1);
        using var progress = new ProgressBar(what, count);
        var opened = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var all = watcher.ReadUntilAsync(
            $"/api/v1/namespaces/default/pods?watch=true&labelSelector={selection}", Encoding.UTF8.GetBytes(text), count, opened.SetResult, progress.Add, cancel);
        await Task.WhenAny(opened.Task, all);
        var started = Stopwatch.GetTimestamp();
        await act(http);
        await all;
        return count / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static string Deployment(string name, string extra, int replicas) => $$"""
        {"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"{{name}}"},
        "spec":{"replicas":{{replicas}},"selector":{"matchLabels":{"app":"{{name}}"} },
        "template":{"metadata":{"labels":{"app":"{{name}}"} },"spec":{ {{extra.Replace("NAME", name, StringComparison.Ordinal)}}
        "terminationGracePeriodSeconds":0,"containers":[{"name":"c","image":"registry.example.com/app:1","resources":{"requests":{"cpu":"10m","memory":"16Mi"} } }] } } } }
        """;
}
