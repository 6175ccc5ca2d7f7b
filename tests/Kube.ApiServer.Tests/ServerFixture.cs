using Kube.Storage;

[assembly: AssemblyFixture(typeof(Kube.ApiServer.Tests.ServerFixture))]

namespace Kube.ApiServer.Tests;

/// <summary>One server on a memory store for all tests that do not need one of their own; each test works in a namespace of its own.</summary>
public sealed class ServerFixture : IAsyncLifetime
{
    private MemoryStore? _store;
    private TestServer? _server;
    private int _namespaces;

    internal TestServer Server => _server!;

    public async ValueTask InitializeAsync()
    {
        _store = new MemoryStore(TimeProvider.System);
        _server = await TestServer.StartAsync(_store);
    }

    public async ValueTask DisposeAsync()
    {
        await _server!.DisposeAsync();
        await _store!.DisposeAsync();
    }

    /// <summary>A new namespace.</summary>
    internal async Task<string> NamespaceAsync()
    {
        var name = $"t{Interlocked.Increment(ref _namespaces)}";
        (await Server.PostAsync("/api/v1/namespaces", $$$"""{"metadata":{"name":"{{{name}}}"}}""")).Expect(201);
        return name;
    }
}
