using Kube.Api;
using Kube.Api.Core.V1;
using Kube.Client;
using Kube.Controllers;
using Kube.Scheduler;
using Kube.Storage;
using Kube.Testing;

namespace Kube.Integration.Tests;

/// <summary>A control plane in this process: API server, scheduler, controllers and a <see cref="FakeKubelet"/> for all nodes. No container runs.</summary>
internal sealed class TestCluster : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly KubeClient _schedulerClient;
    private readonly KubeClient _controllerClient;
    private readonly KubeClient _kubeletClient;
    private readonly List<Task> _running = [];

    private TestCluster(TestServer server)
    {
        Server = server;
        (_schedulerClient, _controllerClient, _kubeletClient) = (server.NewClient(), server.NewClient(), server.NewClient());
    }

    public TestServer Server { get; }

    public KubeClient Client => Server.Client;

    public static Task<TestCluster> StartAsync(params NodeBuilder[] nodes) => StartAsync(new MemoryStore(TimeProvider.System), nodes);

    public static async Task<TestCluster> StartAsync(IStore store, params NodeBuilder[] nodes)
    {
        var cluster = new TestCluster(await TestServer.StartAsync(store));
        foreach (var node in nodes)
        {
            await cluster.AddNodeAsync(node);
        }

        await cluster.RunAsync();
        return cluster;
    }

    /// <summary>Registers a node that stays ready for as long as the cluster lives.</summary>
    public async Task AddNodeAsync(NodeBuilder node)
    {
        var wanted = node.Build();
        wanted.Metadata!.Uid = null;
        var created = await Client.CreateAsync(wanted.Clone());
        created.Status = wanted.Status;

        // The controllers may have written the node in between; its status is this method's business alone.
        created.Metadata!.ResourceVersion = null;
        await Client.UpdateStatusAsync(created);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _schedulerClient.Dispose();
        _controllerClient.Dispose();
        _kubeletClient.Dispose();
        await Server.DisposeAsync();
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        var random = new LockedRandom(1);
        var scheduler = new SchedulerService(_schedulerClient, new SchedulerOptions(), TimeProvider.System, random);
        var options = new ControllerManagerOptions { NodeMonitorGracePeriod = TimeSpan.FromHours(1), NodeStartupGracePeriod = TimeSpan.FromHours(1) };
        var controllers = new ControllerManager(_controllerClient, options, TimeProvider.System, random);
        _running.Add(scheduler.RunAsync(_stop.Token));
        _running.Add(controllers.RunAsync(_stop.Token));
        _running.Add(new FakeKubelet(_kubeletClient).RunAsync(_stop.Token));
        var failed = Task.WhenAny(_running);
        var ready = Task.WhenAll(scheduler.WaitUntilReadyAsync(_stop.Token), controllers.Ready);
        if (await Task.WhenAny(ready, failed) == failed)
        {
            await await failed;
        }
    }
}
