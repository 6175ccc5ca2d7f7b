using Etcdserverpb;
using Google.Protobuf;
using Kube.Benchmarks.Load;
using Kube.Etcd;

namespace Kube.Benchmarks.Floors;

/// <summary>The floor of writes: the same number of bytes put straight into etcd, through the client the store uses.</summary>
internal static class EtcdPuts
{
    public static async Task<LoadResult> RunAsync(Uri endpoint, int workers, int count, byte[] value, TimeProvider clock, CancellationToken cancel)
    {
        using var client = new EtcdClient(new EtcdClientOptions { Endpoints = [endpoint] }, clock);
        var data = ByteString.CopyFrom(value);
        return await LoadRun.CountAsync("etcd puts", workers, count, async (n, stop) =>
        {
            await client.PutAsync(new PutRequest { Key = ByteString.CopyFromUtf8($"/bench/{n}"), Value = data }, stop);
            return 0;
        }, cancel);
    }
}
