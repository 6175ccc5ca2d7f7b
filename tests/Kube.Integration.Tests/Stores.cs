using Kube.Storage;
using Kube.Testing;

namespace Kube.Integration.Tests;

/// <summary>The stores a test runs on: memory always, a real etcd of its own.</summary>
internal sealed class Stores : IAsyncDisposable
{
    private EtcdProcess? _etcd;

    public static TheoryData<string> Both => ["memory", "etcd"];

    public async Task<IStore> OpenAsync(string kind)
    {
        if (kind == "memory")
        {
            return new MemoryStore(TimeProvider.System);
        }

        _etcd ??= await EtcdProcess.StartNewAsync();
        return new EtcdStore(new EtcdStoreOptions { Endpoints = [_etcd.Endpoint] }, TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        if (_etcd is not null)
        {
            await _etcd.DisposeAsync();
        }
    }
}
