using Kube.Benchmarks.Load;
using Kube.Benchmarks.Report;
using Kube.Benchmarks.Targets;

namespace Kube.Benchmarks.Cases;

/// <summary>Gets and lists over many pods, against a bare web server that hands out the same bytes.</summary>
internal sealed class ReadCase : BenchmarkCase
{
    private const string FloorName = "bare Kestrel, same bytes";

    public override string Name => "read";

    public override string Summary => "get one pod; list all pods, pages of 500, by label and by node; memory at that size";

    public override async Task<IReadOnlyList<Row>> RunAsync(BenchOptions options, TimeProvider clock, CancellationToken cancel)
    {
        var (pods, gets, lists, pages, selections) = options.Quick ? (500, 200, 2, 8, 16) : (40_000, 60_000, 5, 400, 400);
        await using var target = await Target.OpenAsync(options, clock, cancel);
        var empty = target.Process?.ResidentBytes ?? 0;
        var ns = await target.NamespaceAsync(cancel);
        await target.FillAsync(ns, 0, pods, cancel);
        var all = $"/api/v1/namespaces/{ns}/pods";
        var rows = new List<Row>();

        async Task MeasureAsync(string load, int workers, int count, double goal, string unit, Func<LoadResult, double> figure, Func<int, string> path)
        {
            using var http = new HttpTarget(target.Config, workers);
            using var bare = new HttpTarget(target.Floor.Config, workers);
            var same = await target.Floor.ServeAsync("same", await http.ReadAsync(path(0), cancel), cancel);
            await LoadRun.CountAsync("warming", workers, Math.Max(workers, count / 10), (n, stop) => http.GetAsync(n, path(n), stop), cancel);
            await LoadRun.CountAsync("warming the floor", workers, Math.Max(workers, count / 10), (n, stop) => bare.GetAsync(n, same, stop), cancel);
            var floor = await LoadRun.CountAsync("floor of " + load, workers, count, (n, stop) => bare.GetAsync(n, same, stop), cancel);
            var seen = await LoadRun.CountAsync(load, workers, count, (n, stop) => http.GetAsync(n, path(n), stop), cancel);
            rows.Add(new Row(load, figure(seen), unit, figure(floor), FloorName, goal, Note: seen.Percentiles));
        }

        await MeasureAsync("get one pod, 32 connections", Manifests.Writers, gets, 0.65, "/s", r => r.PerSecond, n => $"{all}/{Manifests.PodName(n % pods)}");
        await MeasureAsync($"list {pods:#,0} pods, one client", 1, lists, 0.60, "MB/s", r => r.MegabytesPerSecond, _ => all);
        await MeasureAsync("list limit=500, 8 clients", 8, pages, 0.60, "MB/s", r => r.MegabytesPerSecond, _ => all + "?limit=500");
        await MeasureAsync("list by label, 1 % match, 8 clients", 8, selections, 0.30, "/s", r => r.PerSecond, n => $"{all}?labelSelector=share%3Ds{n % 100}");
        await MeasureAsync("list one node's pods, 8 clients", 8, selections * 4, 0.30, "/s", r => r.PerSecond, n => $"{all}?fieldSelector=spec.nodeName%3Dnode-{n % Math.Min(pods, Manifests.Nodes)}");
        if (target.Process is { } process)
        {
            using var http = new HttpTarget(target.Config, 1);
            var json = await http.GetAsync(0, all, cancel);
            rows.Add(new Row("resident memory, empty", empty / 1e6, "MB", 90, "the aim", 1.0, AtMost: true));
            rows.Add(new Row($"resident memory, {pods:#,0} pods", process.ResidentBytes / 1e6, "MB", json / 1e6, "their JSON", 3.0, AtMost: true, Note: "after the loads above"));
        }

        await target.ClearAsync(ns, cancel);
        return rows;
    }
}
