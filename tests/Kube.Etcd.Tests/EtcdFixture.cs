using Kube.Testing;

namespace Kube.Etcd.Tests;

/// <summary>One etcd for the tests of a class.</summary>
public sealed class EtcdFixture : IAsyncLifetime
{
    public EtcdProcess Etcd { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Etcd = await EtcdProcess.StartNewAsync();

    public EtcdClient Open(Func<EtcdClientOptions, EtcdClientOptions>? change = null)
    {
        var options = new EtcdClientOptions { Endpoints = [Etcd.Endpoint] };
        return new EtcdClient(change?.Invoke(options) ?? options, TimeProvider.System);
    }

    public ValueTask DisposeAsync() => Etcd.DisposeAsync();
}
