using System.Diagnostics;
using Kube.Api.Coordination.V1;
using Kube.Api.Core.V1;
using Kube.Testing;

namespace Kube.Integration.Tests.Scheduling;

/// <summary>The process as it is started in a cluster: two of them, one works, the other takes over.</summary>
public sealed class SchedulerProcessTests : IDisposable
{
    private readonly List<Process> _processes = [];

    [Fact]
    public async Task TwoProcesses_LeaderIsTerminated_OtherTakesOver()
    {
        await using var server = await TestServer.StartAsync();
        await server.Client.CreateAsync(new NodeBuilder("node-a").With(n => n.Metadata!.Uid = null).Build());
        var first = Start(server);
        await BoundAsync(server, "one");
        var lease = await server.Client.GetAsync<Lease>("kube-system", "kube-scheduler");
        var second = Start(server);

        await server.Kubectl("1.33").RunAsync($"kill -TERM {first.Id}");
        await first.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, first.ExitCode);
        await BoundAsync(server, "two");
        Assert.False(second.HasExited);
        Assert.NotEqual(lease.Spec!.HolderIdentity, (await server.Client.GetAsync<Lease>("kube-system", "kube-scheduler")).Spec!.HolderIdentity);
    }

    public void Dispose()
    {
        foreach (var process in _processes)
        {
            if (!process.HasExited)
            {
                process.Kill();
            }

            process.Dispose();
        }
    }

    private Process Start(TestServer server)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "kube-scheduler");
        var process = Process.Start(path, ["--kubeconfig", server.Kubeconfig, "--port", "0", "--leader-elect-retry-period", "200ms"]);
        _processes.Add(process);
        return process;
    }

    /// <summary>The pods tolerate everything: no controller is there to take the taint off that a new node gets.</summary>
    private static async Task BoundAsync(TestServer server, string name)
    {
        await server.Client.CreateAsync(new PodBuilder(name).Tolerates("").With(p => p.Metadata!.Uid = null).Build());
        await server.Client.UntilAsync<Pod>("default", name, p => p.Spec?.NodeName == "node-a");
    }
}
