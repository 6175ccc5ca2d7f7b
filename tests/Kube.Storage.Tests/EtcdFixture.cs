using Kube.Etcd;
using Kube.Testing;

namespace Kube.Storage.Tests;

/// <summary>One etcd for the tests of a class.</summary>
public sealed class EtcdFixture : IAsyncLifetime
{
    public EtcdProcess Etcd { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Etcd = await EtcdProcess.StartNewAsync();

    public EtcdStore Open() => new(new EtcdClientOptions { Endpoints = [Etcd.Endpoint] }, TimeProvider.System);

    public ValueTask DisposeAsync() => Etcd.DisposeAsync();
}
