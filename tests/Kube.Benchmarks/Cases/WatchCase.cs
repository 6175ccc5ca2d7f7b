using System.Diagnostics;
using Kube.Benchmarks.Load;
using Kube.Benchmarks.Report;
using Kube.Benchmarks.Targets;

namespace Kube.Benchmarks.Cases;

/// <summary>Many watchers of all pods while pods are created at full speed, against the same lines from a bare web server.</summary>
internal sealed class WatchCase : BenchmarkCase
{
    /// <summary>Watches that share an HTTP/2 connection, as a client library's do.</summary>
    private const int StreamsPerConnection = 50;

    public override string Name => "watch";

    public override string Summary => "events delivered to 100 and 1,000 watchers while pods are created";

    public override async Task<IReadOnlyList<Row>> RunAsync(BenchOptions options, TimeProvider clock, CancellationToken cancel)
    {
        var rows = new List<Row>();
        foreach (var (watchers, pods) in options.Quick ? [(10, 20)] : new[] { (100, 4_000), (1_000, 600) })
        {
            await using var target = await Target.OpenAsync(options, clock, cancel);
            var ns = await target.NamespaceAsync(cancel);
            await target.FillAsync(ns, 1_000_000, Manifests.Writers, cancel);
            rows.Add(await MeasureAsync(target, ns, watchers, pods, cancel));
            await target.ClearAsync(ns, cancel);
        }

        return rows;
    }

    private static async Task<Row> MeasureAsync(Target target, string ns, int watchers, int pods, CancellationToken cancel)
    {
        using var http = new HttpTarget(target.Config, Math.Max(1, watchers / StreamsPerConnection), http2: true);
        var path = $"/api/v1/namespaces/{ns}/pods?watch=true";
        var ready = new TaskCompletionSource();
        var initial = Manifests.Writers * (long)watchers;
        void Arrived(int lines)
        {
            if (Interlocked.Add(ref initial, -lines) == 0)
            {
                ready.TrySetResult();
            }
        }

        // Without a resourceVersion a watch begins with what is there: when all have read that, all are watching.
        using var progress = new ProgressBar($"{watchers:#,0} watchers", (long)watchers * pods);
        var watches = Enumerable.Range(0, watchers)
            .Select(n => http.ReadLinesAsync(
                n,
                path,
                Manifests.Writers + pods,
                lines =>
                {
                    Arrived(lines);
                    progress.Add(lines);
                },
                cancel))
            .ToList();
        await Task.WhenAny(ready.Task, Task.WhenAll(watches));
        var started = Stopwatch.GetTimestamp();
        var created = await target.FillAsync(ns, 0, pods, cancel);
        var bytes = (await Task.WhenAll(watches)).Sum();
        var elapsed = Stopwatch.GetElapsedTime(started);

        var events = (double)watchers * pods;
        var perEvent = bytes / (watchers * (double)(pods + Manifests.Writers));
        var floor = await FloorAsync(target, watchers, pods, (int)perEvent, cancel);
        return new Row(
            $"watch, {watchers:#,0} watchers, creates at full speed", events / elapsed.TotalSeconds, "events/s", floor, "bare Kestrel, same lines", 0.40,
            Note: $"{created.PerSecond:0} creates/s meanwhile, {perEvent:0} bytes an event");
    }

    private static async Task<double> FloorAsync(Target target, int watchers, int lines, int bytes, CancellationToken cancel)
    {
        var line = new byte[bytes];
        line.AsSpan().Fill((byte)'x');
        line[^1] = (byte)'\n';
        var path = await target.Floor.ServeAsync("line", line, cancel);
        using var http = new HttpTarget(target.Floor.Config, Math.Max(1, watchers / StreamsPerConnection), http2: true);
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, watchers).Select(n => http.ReadLinesAsync(n, $"{path}?count={lines}", lines, _ => { }, cancel)));
        return (double)watchers * lines / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
