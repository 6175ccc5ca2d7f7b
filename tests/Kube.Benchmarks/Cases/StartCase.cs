using System.Diagnostics;
using Kube.Benchmarks.Floors;
using Kube.Benchmarks.Load;
using Kube.Benchmarks.Report;
using Kube.Benchmarks.Targets;

namespace Kube.Benchmarks.Cases;

/// <summary>Start-up: the API server until it is ready, kctl until it has printed a list; against programs that do nothing.</summary>
internal sealed class StartCase : BenchmarkCase
{
    public override string Name => "start";

    public override string Summary => "server ready after start; kctl get pods; each against a program that does nothing";

    public override bool IsLocal => true;

    public override async Task<IReadOnlyList<Row>> RunAsync(BenchOptions options, TimeProvider clock, CancellationToken cancel)
    {
        var rounds = options.Quick ? 1 : 7;
        await using var server = await LocalServer.StartAsync(clock, cancel, start: false);
        var (ready, bare) = (new List<double>(), new List<double>());
        for (var i = 0; i <= rounds; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await (await FloorProcess.StartAsync(server.Certificates, clock, cancel)).DisposeAsync();
            var floor = Stopwatch.GetElapsedTime(started);
            var seen = await server.StartServerAsync(cancel);
            await server.StopServerAsync();
            if (i > 0) // The first finds nothing in the file cache.
            {
                ready.Add(seen.TotalMilliseconds);
                bare.Add(floor.TotalMilliseconds);
            }
        }

        var row = new Row("server ready after start, empty etcd", Sample.Median(ready), "ms", Sample.Median(bare), "bare Kestrel answering", 4, AtMost: true);
        await server.StartServerAsync(cancel);
        return [row, await KctlAsync(server, options, cancel)];
    }

    private static async Task<Row> KctlAsync(LocalServer server, BenchOptions options, CancellationToken cancel)
    {
        using (var http = new HttpTarget(server.Config, 1))
        {
            for (var n = 0; n < 10; n++)
            {
                await http.SendAsync(n, HttpMethod.Post, "/api/v1/namespaces/default/pods", Manifests.Pod(n), cancel);
            }
        }

        var (seen, hello) = (new List<double>(), new List<double>());
        for (var i = 0; i <= (options.Quick ? 1 : 15); i++)
        {
            hello.Add(await TimeAsync(Environment.ProcessPath!, ["hello"], cancel));
            seen.Add(await TimeAsync(Binaries.Kctl, ["get", "pods", "--kubeconfig", Path.Combine(server.Certificates, "admin.kubeconfig")], cancel));
        }

        return new Row("kctl get pods (10 pods), wall time", Sample.Median(seen), "ms", Sample.Median(hello), "dotnet hello", 4, AtMost: true);
    }

    private static async Task<double> TimeAsync(string program, IEnumerable<string> arguments, CancellationToken cancel)
    {
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        return process.ExitCode == 0 ? Stopwatch.GetElapsedTime(started).TotalMilliseconds : throw new BenchmarkException($"{Path.GetFileName(program)} failed: {output}");
    }
}
