using System.Text;
using Kube.Benchmarks.Floors;
using Kube.Benchmarks.Load;
using Kube.Benchmarks.Report;
using Kube.Benchmarks.Targets;

namespace Kube.Benchmarks.Cases;

/// <summary>Creates and the ways to change an object, against raw etcd puts of as many bytes.</summary>
internal sealed class WriteCase : BenchmarkCase
{
    private const string FloorName = "etcd puts";

    public override string Name => "write";

    public override string Summary => "create pods; update status, merge patch, strategic patch and server-side apply of pods";

    public override async Task<IReadOnlyList<Row>> RunAsync(BenchOptions options, TimeProvider clock, CancellationToken cancel)
    {
        // The just-in-time compiler is busy for the first twenty thousand writes, ours and the floor's: what is measured comes after them.
        var (warm, creates, updates) = options.Quick ? (32, 100, 64) : (40_000, 10_000, 6_000);
        await using var target = await Target.OpenAsync(options, clock, cancel);
        using var http = new HttpTarget(target.Config, Manifests.Writers);
        var ns = await target.NamespaceAsync(cancel);
        var pods = $"/api/v1/namespaces/{ns}/pods/";
        await target.FillAsync(ns, 1_000_000, warm, cancel);
        var stored = await http.ReadAsync(pods + Manifests.PodName(1_000_000), cancel);
        await EtcdPuts.RunAsync(target.Etcd, Manifests.Writers, warm, stored, clock, cancel);
        var floor = await EtcdPuts.RunAsync(target.Etcd, Manifests.Writers, creates, stored, clock, cancel);
        var rows = new List<Row>();
        void Add(string load, LoadResult seen, double goal) => rows.Add(new Row(load, seen.PerSecond, "/s", floor.PerSecond, FloorName, goal, Note: seen.Percentiles));
        Add("create pods, 32 connections", await target.FillAsync(ns, 0, creates, cancel), 0.45);

        async Task MeasureAsync(string load, double goal, string contentType, string suffix, Func<int, string> body)
        {
            Task<long> OneAsync(int n, CancellationToken stop) =>
                http.SendAsync(n, HttpMethod.Patch, pods + Manifests.PodName(n % creates) + suffix, Encoding.UTF8.GetBytes(body(n)), stop, contentType);
            await LoadRun.CountAsync("warming", Manifests.Writers, updates, OneAsync, cancel);
            Add(load, await LoadRun.CountAsync(load, Manifests.Writers, updates, OneAsync, cancel), goal);
        }

        await MeasureAsync("update status (merge patch)", 0.35, "application/merge-patch+json", "/status", n => $$"""{"status":{"phase":"Running","podIP":"10.{{n / 65536}}.{{n / 256 % 256}}.{{n % 256}}"} }""");
        await MeasureAsync("merge patch", 0.35, "application/merge-patch+json", "", n => $$"""{"metadata":{"annotations":{"n":"m{{n}}"} } }""");
        await MeasureAsync("strategic merge patch", 0.35, "application/strategic-merge-patch+json", "", n => $$"""{"metadata":{"annotations":{"n":"s{{n}}"} } }""");
        await MeasureAsync("server-side apply", 0.20, "application/apply-patch+yaml", "?fieldManager=bench&force=true", n => $$"""{"apiVersion":"v1","kind":"Pod","metadata":{"annotations":{"n":"a{{n}}"} } }""");
        await target.ClearAsync(ns, cancel);
        return rows;
    }
}
