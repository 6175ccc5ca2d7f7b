using System.Net;
using Kube.Api;
using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;
using Kube.ApiServer;
using Kube.Client;
using Kube.Controllers;
using Kube.Storage;

namespace Kube.Integration.Tests.Controllers;

/// <summary>An API server on a memory store and all controllers, in this process, with simulated nodes that run whatever they are given.</summary>
public class ControllerCluster : IAsyncLifetime
{
    /// <summary>Longer than anything here takes on a busy machine; reached only when something is wrong.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource _stop = new();
    private readonly List<Task> _running = [];
    private MemoryStore? _store;
    private ApiServer.ApiServer? _server;
    private KubeClient? _client;
    private SimulatedNodes? _nodes;
    private CancellationTokenSource? _stopControllers;
    private Task? _controllers;
    private int _namespaces;

    /// <summary>The connection, with all rights.</summary>
    public KubeClient Client => _client!;

    /// <summary>How the controllers run.</summary>
    protected virtual ControllerManagerOptions Options => new();

    /// <summary>How long pods stay on dead nodes.</summary>
    protected virtual long TolerationSeconds => 300;

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        _store = new MemoryStore(TimeProvider.System);
        _server = await StartServerAsync(port: 0);
        _client = new KubeClient(new ClientConfig { Server = _server.Address, Token = "secret", InsecureSkipTlsVerify = true });
        foreach (var node in new[] { "node-a", "node-b" })
        {
            await _client.CreateAsync(ReadyNode(node));
        }

        _nodes = new SimulatedNodes(_client);
        _running.Add(_nodes.RunAsync(_stop.Token));
        await StartControllersAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll([.. _running, _controllers ?? Task.CompletedTask]);
        _stopControllers?.Dispose();
        _client?.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _stop.Dispose();
        if (_store is IAsyncDisposable store)
        {
            await store.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>From now on nothing changes about the pods of a node.</summary>
    public void Kill(string node) => _nodes!.Dead[node] = true;

    /// <summary>A namespace of its own for a test, with the account every namespace gets.</summary>
    public async Task<string> NewNamespaceAsync()
    {
        var name = $"test-{Interlocked.Increment(ref _namespaces)}";
        await Client.CreateAsync(new Namespace { Metadata = new ObjectMeta { Name = name } });
        await UntilAsync<ServiceAccount>(name, accounts => accounts.Any(account => account.Metadata!.Name == "default"));
        return name;
    }

    /// <summary>Waits, on a watch, until a collection is as wanted, and returns it.</summary>
    public async Task<IReadOnlyList<T>> UntilAsync<T>(string? ns, Func<IReadOnlyList<T>, bool> wanted)
        where T : class, IResource<T>
    {
        using var end = new CancellationTokenSource(s_patience);
        var found = new TaskCompletionSource<IReadOnlyList<T>>(TaskCreationOptions.RunContinuationsAsynchronously);
        var informer = new Informer<T>(Client, new InformerOptions<T> { Namespace = ns });
        void Look()
        {
            if (informer.List() is var list && wanted(list))
            {
                found.TrySetResult(list);
            }
        }

        informer.AddHandler(_ => Look());
        var run = informer.RunAsync(end.Token);
        try
        {
            await informer.WaitForSyncAsync(end.Token);
            Look();
            return await found.Task.WaitAsync(end.Token);
        }
        catch (OperationCanceledException)
        {
            var seen = string.Join("\n", informer.List().Select(item => System.Text.Encoding.UTF8.GetString(ApiJson.Serialize(item))));
            throw new TimeoutException($"{T.Info.Plural} in {ns} never were as wanted; last seen:\n{seen}");
        }
        finally
        {
            await end.CancelAsync();
            await run;
        }
    }

    /// <summary>Waits until one object is as wanted, and returns it.</summary>
    public async Task<T> UntilAsync<T>(string? ns, string name, Func<T, bool> wanted)
        where T : class, IResource<T> =>
        (await UntilAsync<T>(ns, list => list.Any(item => item.Metadata!.Name == name && wanted(item)))).Single(item => item.Metadata!.Name == name);

    /// <summary>Waits until an object is gone.</summary>
    public Task UntilGoneAsync<T>(string? ns, string name)
        where T : class, IResource<T> => UntilAsync<T>(ns, list => !list.Any(item => item.Metadata!.Name == name));

    /// <summary>Ends the controllers wherever they are and starts new ones, which know nothing of what these did.</summary>
    public async Task RestartControllersAsync()
    {
        await _stopControllers!.CancelAsync();
        await _controllers!;
        await StartControllersAsync();
    }

    /// <summary>Ends the API server and starts another on the same store and port, under everybody's feet.</summary>
    public async Task RestartServerAsync()
    {
        var port = _server!.Port;
        await _server.DisposeAsync();
        _server = await StartServerAsync(port);
    }

    private async Task StartControllersAsync()
    {
        _stopControllers = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        var manager = new ControllerManager(Client, Options, TimeProvider.System, new Random(1));
        _controllers = RunAsync(manager, _stopControllers.Token);
        await await Task.WhenAny(manager.Ready, _controllers);
    }

    private Task<ApiServer.ApiServer> StartServerAsync(int port) => ApiServer.ApiServer.StartAsync(
        new ApiServerOptions
        {
            BindAddress = IPAddress.Loopback,
            SecurePort = port,
            Tokens = ["secret,admin,1,\"system:masters\""],
            NotReadyTolerationSeconds = TolerationSeconds,
            UnreachableTolerationSeconds = TolerationSeconds,
        },
        _store!);

    /// <summary>A node with room, that says it is ready.</summary>
    private static Node ReadyNode(string name) => new()
    {
        Metadata = new ObjectMeta { Name = name },
        Status = new NodeStatus { Conditions = [new NodeCondition { Type = NodeConditionType.Ready, Status = "True", Reason = "KubeletReady", LastHeartbeatTime = TimeProvider.System.GetUtcNow().UtcDateTime }] },
    };

    private static async Task RunAsync(ControllerManager manager, CancellationToken ct)
    {
        try
        {
            await manager.RunAsync(ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The end of the test.
        }
    }
}
