using Kube.Benchmarks.Load;

namespace Kube.Benchmarks.Targets;

/// <summary>A whole control plane on this machine with simulated nodes: etcd, API server, scheduler, controller-manager and one kubelet for all nodes.</summary>
internal sealed class LocalCluster : IAsyncDisposable
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(5);
    private readonly List<ChildProcess> _processes = [];

    private LocalCluster(LocalServer server) => Server = server;

    /// <summary>The server and its certificates.</summary>
    public LocalServer Server { get; }

    /// <summary>Starts one and waits until every node takes pods.</summary>
    public static async Task<LocalCluster> StartAsync(int nodes, TimeProvider clock, CancellationToken cancel)
    {
        var cluster = new LocalCluster(await LocalServer.StartAsync(clock, cancel));
        try
        {
            cluster.Launch(Binaries.ControllerManager, "controller-manager.kubeconfig");
            cluster.Launch(Binaries.Scheduler, "scheduler.kubeconfig");
            cluster.Launch(
                Binaries.Kubelet, "admin.kubeconfig", "--simulate", $"{nodes}", "--node-name", "sim", "--root-dir", Path.Combine(cluster.Server.Certificates, "kubelet"), "--simulate-zones", "3");
            await cluster.WaitForNodesAsync(nodes, clock, cancel);
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
        {
            await process.DisposeAsync();
        }

        await Server.DisposeAsync();
    }

    private void Launch(string program, string kubeconfig, params string[] more) => _processes.Add(ChildProcess.Start(
        program,
        ["--kubeconfig", Path.Combine(Server.Certificates, kubeconfig), "--port", $"{Kube.Testing.FreePort.Next()}", .. more],
        Path.Combine(Server.Certificates, Path.GetFileName(program) + ".log")));

    /// <summary>A node takes pods when the taints it was born with are gone.</summary>
    private async Task WaitForNodesAsync(int nodes, TimeProvider clock, CancellationToken cancel)
    {
        using var http = new HttpTarget(Server.Config, 1);
        var started = clock.GetTimestamp();
        while (true)
        {
            var (all, tainted) = (new Occurrences("\"kind\":\"Node\","u8.ToArray()), new Occurrences("node.kubernetes.io/not-ready"u8.ToArray()));
            var list = await http.ReadAsync("/api/v1/nodes", cancel);
            all.Add(list);
            tainted.Add(list);
            if (all.Count >= nodes && tainted.Count == 0)
            {
                return;
            }

            _processes.ForEach(p => p.CheckAlive());
            if (clock.GetElapsedTime(started) > s_limit)
            {
                throw new BenchmarkException($"after {s_limit.TotalMinutes} minutes {all.Count - tainted.Count} of {nodes} simulated nodes are ready");
            }

            await Task.Delay(s_pause, clock, cancel);
        }
    }
}
