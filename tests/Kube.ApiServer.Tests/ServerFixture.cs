using Kube.Storage;

[assembly: AssemblyFixture(typeof(Kube.ApiServer.Tests.ServerFixture))]

namespace Kube.ApiServer.Tests;

/// <summary>
/// One server on a memory store for all tests that do not need one of their own, and one on etcd from when it is first asked for;
/// each test works in a namespace of its own.
/// </summary>
public sealed class ServerFixture : IAsyncLifetime
{
    private MemoryStore? _store;
    private TestServer? _server;
    private readonly SemaphoreSlim _starting = new(1);
    private EtcdProcess? _etcd;
    private EtcdStore? _etcdStore;
    private TestServer? _etcdServer;
    private int _namespaces;

    internal TestServer Server => _server!;

    public async ValueTask InitializeAsync()
    {
        _store = new MemoryStore(TimeProvider.System);
        _server = await TestServer.StartAsync(_store);
    }

    public async ValueTask DisposeAsync()
    {
        if (_etcdServer is not null)
        {
            await _etcdServer.DisposeAsync();
            await _etcdStore!.DisposeAsync();
            await _etcd!.DisposeAsync();
        }

        _starting.Dispose();
        await _server!.DisposeAsync();
        await _store!.DisposeAsync();
    }

    /// <summary>The server on a store: <c>memory</c> or <c>etcd</c>.</summary>
    internal async Task<TestServer> OnAsync(string store)
    {
        if (store == "memory")
        {
            return Server;
        }

        await _starting.WaitAsync();
        try
        {
            _etcd ??= await EtcdProcess.StartNewAsync();
            _etcdStore ??= new EtcdStore(new EtcdStoreOptions { Endpoints = [_etcd.Endpoint] }, TimeProvider.System);
            return _etcdServer ??= await TestServer.StartAsync(_etcdStore);
        }
        finally
        {
            _starting.Release();
        }
    }

    /// <summary>A new namespace.</summary>
    internal Task<string> NamespaceAsync() => NamespaceAsync(Server);

    /// <summary>A new namespace on a server.</summary>
    internal async Task<string> NamespaceAsync(TestServer server)
    {
        var name = $"t{Interlocked.Increment(ref _namespaces)}";
        (await server.PostAsync("/api/v1/namespaces", $$$"""{"metadata":{"name":"{{{name}}}"}}""")).Expect(201);
        return name;
    }
}
