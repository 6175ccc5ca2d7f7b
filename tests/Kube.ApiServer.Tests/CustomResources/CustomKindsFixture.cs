using Kube.Storage;

namespace Kube.ApiServer.Tests.CustomResources;

/// <summary>One server for tests of custom kinds; each test has a group of its own.</summary>
public sealed class CustomKindsFixture : IAsyncLifetime
{
    private MemoryStore? _store;
    private TestServer? _server;
    private int _groups;

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

    /// <summary>A group nobody else uses.</summary>
    internal string NewGroup() => $"g{Interlocked.Increment(ref _groups)}.example.com";

    /// <summary>Defines widgets in a new group, with these versions, and waits until they are established.</summary>
    internal async Task<Widgets> DefineAsync(params string[] versions)
    {
        var widgets = new Widgets(Server, NewGroup());
        (await Server.PostAsync(Widgets.Definitions, widgets.Definition(versions))).Expect(201);
        await widgets.WaitForAsync("Established");
        return widgets;
    }
}
