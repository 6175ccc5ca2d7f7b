using System.Diagnostics;
using System.Globalization;
using Kube.Benchmarks.Load;
using Kube.Benchmarks.Report;
using Kube.Client;
using Kube.Testing;

namespace Kube.Benchmarks.Cases;

/// <summary>Pods on real Docker, on a cluster started for it by hack/up, against docker run.</summary>
internal sealed class DockerCase : BenchmarkCase
{
    private const string Image = "kube.local/echo:1";
    private const int Together = 4;

    public override string Name => "docker";

    public override string Summary => "20 pods on real Docker from run to Running, one pod from create to Running (needs root and Docker)";

    public override bool IsLocal => true;

    public override async Task<IReadOnlyList<Row>> RunAsync(BenchOptions options, TimeProvider clock, CancellationToken cancel)
    {
        var (pods, singles) = options.Quick ? (2, 1) : (20, 7);
        var folder = Directory.CreateTempSubdirectory("kube-bench-").FullName;
        var (port, etcd) = (FreePort.Next(), FreePort.Next());
        var shell = new Shell(Repository.Root, new Dictionary<string, string> { ["KUBECONFIG"] = $"{folder}/kubeconfig" });
        try
        {
            await shell.RunAsync($"./hack/up --data {folder}/data --kubeconfig {folder}/kubeconfig --context bench --nodes 1 --port {port} --etcd-port {etcd}");
            return await MeasureAsync(shell, ClientConfig.FromKubeconfig($"{folder}/kubeconfig"), pods, singles, cancel);
        }
        finally
        {
            await shell.TryAsync($"./hack/down --data {folder}/data --purge");
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<IReadOnlyList<Row>> MeasureAsync(Shell shell, ClientConfig config, int pods, int singles, CancellationToken cancel)
    {
        await PodsAsync(shell, config, "warm", 1, cancel);
        await DockerAsync(shell, 1);
        var dockerMany = await DockerAsync(shell, pods);
        var many = await PodsAsync(shell, config, "many", pods, cancel);
        var (one, dockerOne) = (new List<double>(), new List<double>());
        for (var n = 0; n < singles; n++)
        {
            dockerOne.Add(await DockerAsync(shell, 1));
            one.Add(await PodAsync(config, $"one-{n}", cancel));
        }

        return
        [
            new Row($"{pods} pods on Docker, from run to Running", many, "s", dockerMany, $"{pods} x docker run -d, {Together} at a time", 0.70, AtMost: true),
            new Row("one pod on Docker, from create to Running", Sample.Median(one), "s", Sample.Median(dockerOne), "one docker run -d", 1.20, AtMost: true),
        ];
    }

    private static async Task<double> DockerAsync(Shell shell, int count)
    {
        var result = await shell.RunAsync($"begin=$(date +%s%N); ids=$(seq {count} | xargs -P {Together} -I N docker run -d {Image}); end=$(date +%s%N); docker rm -f $ids > /dev/null; echo $((end - begin))");
        return double.Parse(result.Text, CultureInfo.InvariantCulture) / 1e9;
    }

    private static Task<double> PodsAsync(Shell shell, ClientConfig config, string name, int count, CancellationToken cancel) => RunningAsync(
        config, $"labelSelector=app%3D{name}", count, _ => shell.RunAsync($"./bin/kctl run {name} --image={Image} --replicas={count}"), cancel);

    private static Task<double> PodAsync(ClientConfig config, string name, CancellationToken cancel) => RunningAsync(
        config,
        $"labelSelector=app%3D{name}",
        1,
        http => http.SendAsync(0, HttpMethod.Post, "/api/v1/namespaces/default/pods", System.Text.Encoding.UTF8.GetBytes(
            $$"""{"apiVersion":"v1","kind":"Pod","metadata":{"name":"{{name}}","labels":{"app":"{{name}}"} },"spec":{"terminationGracePeriodSeconds":0,"containers":[{"name":"c","image":"{{Image}}"}] } }"""), cancel),
        cancel);

    /// <summary>Seconds from the start of an act until so many pods of a selection have been seen running.</summary>
    private static async Task<double> RunningAsync(ClientConfig config, string selection, int count, Func<HttpTarget, Task> act, CancellationToken cancel)
    {
        using var http = new HttpTarget(config, 1);
        using var watcher = new HttpTarget(config, 1);
        var opened = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var all = watcher.ReadUntilAsync(
            $"/api/v1/namespaces/default/pods?watch=true&fieldSelector=status.phase%3DRunning&{selection}", "{\"type\":\"ADDED\""u8.ToArray(), count, opened.SetResult, _ => { }, cancel);
        await Task.WhenAny(opened.Task, all);
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(act(http), all);
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
