using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;
using Kube.Client;
using Kube.Testing;

namespace Kube.Integration.Tests.Convergence;

/// <summary>API servers hold no state of their own: several serve one store, and one that comes back serves what was written before.</summary>
public class ServersTests
{
    [Fact]
    public async Task TwoServers_OneEtcd_ReadEachOthersWritesAtOnce()
    {
        await using var stores = new Stores();
        await using var first = await TestServer.StartAsync(await stores.OpenAsync("etcd"));
        await using var second = await TestServer.StartAsync(await stores.OpenAsync("etcd"));
        for (var i = 0; i < 20; i++)
        {
            var (writer, reader) = i % 2 == 0 ? (first, second) : (second, first);
            var name = $"map-{i}";
            await writer.Client.CreateAsync(new ConfigMap { Metadata = new ObjectMeta { Name = name, Namespace = "default" } });
            Assert.Equal(name, (await reader.Client.GetAsync<ConfigMap>("default", name)).Metadata!.Name);
            Assert.Equal(i + 1, (await reader.Client.ListAsync<ConfigMap>("default")).Items!.Count(m => m.Metadata!.Name!.StartsWith("map-", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task ServerReplaced_SameEtcd_ServesWhatWasWrittenBefore()
    {
        await using var stores = new Stores();
        var store = await stores.OpenAsync("etcd");
        string kept;
        await using (var before = await TestServer.StartAsync(store))
        {
            var pod = new PodBuilder("kept").With(p => p.Metadata!.Uid = null).Build();
            kept = (await before.Client.CreateAsync(pod)).Metadata!.Uid!;
        }

        await using var after = await TestServer.StartAsync(await stores.OpenAsync("etcd"));
        Assert.Equal(kept, (await after.Client.GetAsync<Pod>("default", "kept")).Metadata!.Uid);
    }
}
