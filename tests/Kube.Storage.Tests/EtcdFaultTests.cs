using Kube.Etcd;
using Kube.Storage.Cache;
using Kube.Storage.Tests.Cache;
using Kube.Testing;
using Samples = Kube.Storage.Tests.Cache.Samples;

namespace Kube.Storage.Tests;

/// <summary>What must hold when members go away. Each test has an etcd of its own to kill.</summary>
public class EtcdFaultTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Watch_EtcdKilledAndRestarted_NothingIsLostOrRepeated()
    {
        await using var etcd = await EtcdProcess.StartNewAsync();
        await using var store = Open(etcd.Endpoint);
        var start = await store.CurrentRevisionAsync(Cancel);
        await using var watch = new StoreWatch(store, "/registry/", start);
        var revisions = new List<long>();
        for (var round = 0; round < 3; round++)
        {
            for (var i = 0; i < 20; i++)
            {
                revisions.Add(await store.CreatePodAsync("a", $"p{round}-{i}"));
            }

            await etcd.KillAsync();
            await etcd.StartAsync();
            revisions.Add(await store.CreatePodAsync("b", $"p{round}"));
        }

        Assert.Equal(revisions, (await watch.TakeAsync(revisions.Count)).Select(e => e.Revision));
    }

    [Fact]
    public async Task Watch_CompactedWhileAway_CacheListsAgainAndTellsTheDifference()
    {
        await using var etcd = await EtcdProcess.StartNewAsync();
        await using var store = Open(etcd.Endpoint);
        await using var relay = new Relay(etcd.Endpoint);
        await using var cached = Open(relay.Endpoint);
        await store.CreatePodAsync("a", "changes");
        await store.CreatePodAsync("a", "goes");
        await store.CreatePodAsync("a", "stays");
        await using var cache = await RunningCache.StartAsync(cached);
        using var watcher = cache.Pods.Watch(CacheFilter.All);

        relay.Cut();
        await store.UpdatePodAsync("a", "changes");
        var changed = await store.UpdatePodAsync("a", "changes", "n1");
        var created = await store.CreatePodAsync("a", "new");
        var deleted = await store.DeletePodAsync("a", "goes");
        await store.CompactAsync(deleted, Cancel);
        Assert.Equal(3, cache.Pods.Snapshot.Count);
        relay.Restore();

        var seen = (await watcher.TakeAsync(3)).Select(e => $"{e.Type} {e.Entry.Name} {e.Revision}");
        Assert.Equal([$"Modified changes {changed}", $"Added new {created}", $"Deleted goes {deleted}"], seen);
        Assert.Equal(["changes", "new", "stays"], (await cache.Pods.WaitFreshAsync(Cancel)).Select(CacheFilter.All).Select(e => e.Name));
    }

    [Fact]
    public async Task Calls_FirstOfTwoEndpointsIsDead_UseTheOther()
    {
        await using var etcd = await EtcdProcess.StartNewAsync();
        await using var store = Open(FreePort.NextUrl(), etcd.Endpoint);
        var revision = await store.CreatePodAsync("a", "p");
        await using var watch = new StoreWatch(store, "/registry/", revision - 1);
        Assert.Equal(revision, Assert.Single(await watch.TakeAsync(1)).Revision);
        Assert.NotNull(await store.GetAsync(Samples.PodKey("a", "p"), Cancel));
    }

    [Fact]
    public async Task Watch_ItsEndpointBreaks_GoesOnAtTheOther()
    {
        await using var etcd = await EtcdProcess.StartNewAsync();
        await using var relay = new Relay(etcd.Endpoint);
        await using var store = Open(relay.Endpoint, etcd.Endpoint);
        var first = await store.CreatePodAsync("a", "p");
        await using var watch = new StoreWatch(store, "/registry/", first - 1);
        Assert.Equal(first, Assert.Single(await watch.TakeAsync(1)).Revision);
        relay.Cut();
        Assert.NotNull(await store.GetAsync(Samples.PodKey("a", "p"), Cancel));
        var second = await store.CreatePodAsync("a", "q");
        Assert.Equal(second, Assert.Single(await watch.TakeAsync(1)).Revision);
    }

    [Fact]
    public async Task Watch_ConnectionGoesSilent_IsNoticedAndGoesOnElsewhere()
    {
        await using var etcd = await EtcdProcess.StartNewAsync();
        await using var relay = new Relay(etcd.Endpoint);
        var options = new EtcdClientOptions { Endpoints = [relay.Endpoint, etcd.Endpoint], KeepAlive = TimeSpan.FromSeconds(2) };
        await using var store = new EtcdStore(options, TimeProvider.System);
        await using var direct = Open(etcd.Endpoint);
        var first = await store.CreatePodAsync("a", "p");
        await using var watch = new StoreWatch(store, "/registry/", first - 1);
        await watch.TakeAsync(1);
        relay.Freeze();
        var second = await direct.CreatePodAsync("a", "q");
        Assert.Equal(second, Assert.Single(await watch.TakeAsync(1)).Revision);
    }

    [Fact]
    public async Task Write_AnswerIsLost_FailsWithAnUnknownOutcomeAndIsNotRepeated()
    {
        await using var etcd = await EtcdProcess.StartNewAsync();
        await using var relay = new Relay(etcd.Endpoint);
        await using var direct = Open(etcd.Endpoint);
        var options = new EtcdClientOptions { Endpoints = [relay.Endpoint, etcd.Endpoint], CallTimeout = TimeSpan.FromSeconds(1) };
        await using var store = new EtcdStore(options, TimeProvider.System);
        await store.CreatePodAsync("a", "warm");
        relay.FreezeAnswers();
        var failure = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.CreatePodAsync("a", "p"));
        Assert.True(failure.OutcomeUnknown);
        Assert.NotNull(await direct.GetAsync(Samples.PodKey("a", "p"), Cancel));
    }

    [Fact]
    public async Task Write_NothingListens_FailsAndCertainlyDidNotHappen()
    {
        var options = new EtcdClientOptions { Endpoints = [FreePort.NextUrl()], CallTimeout = TimeSpan.FromMilliseconds(300) };
        await using var store = new EtcdStore(options, TimeProvider.System);
        var failure = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.CreatePodAsync("a", "p"));
        Assert.False(failure.OutcomeUnknown);
    }

    [Fact]
    public async Task Cache_ManyWritersOnFewKeys_EveryWatcherSeesEveryRevisionOnceInOrder()
    {
        const int keys = 4, writes = 50, watchers = 20;
        await using var etcd = await EtcdProcess.StartNewAsync();
        await using var store = Open(etcd.Endpoint);
        await using var cache = await RunningCache.StartAsync(store);
        var all = Enumerable.Range(0, watchers).Select(_ => cache.Pods.Watch(CacheFilter.All)).ToList();
        var written = await Task.WhenAll(Enumerable.Range(0, keys).Select(k => WriteAsync(store, $"p{k}", writes)));
        var expected = written.SelectMany(r => r).Order().ToList();
        foreach (var watcher in all)
        {
            Assert.Equal(expected, (await watcher.TakeAsync(expected.Count)).Select(e => e.Revision));
            watcher.Dispose();
        }

        using var late = cache.Pods.Watch(expected[10], CacheFilter.All);
        Assert.Equal(expected[11..], (await late.TakeAsync(expected.Count - 11)).Select(e => e.Revision));
    }

    [Fact]
    public async Task Cache_WritesOutsideItsPrefix_FreshReadsDoNotHang()
    {
        await using var etcd = await EtcdProcess.StartNewAsync();
        await using var store = Open(etcd.Endpoint);
        await using var cache = await RunningCache.StartAsync(store);
        for (var i = 0; i < 3; i++)
        {
            var other = await store.CreateAsync($"/elsewhere/{i}", "x"u8.ToArray(), null, Cancel);
            Assert.True((await cache.Pods.WaitFreshAsync(Cancel)).Revision >= other.Revision);
        }
    }

    private static async Task<List<long>> WriteAsync(IStore store, string name, int count)
    {
        var revisions = new List<long> { await store.CreatePodAsync("a", name) };
        for (var i = 1; i < count; i++)
        {
            var pod = Samples.Pod("a", name, $"n{i}");
            revisions.Add((await store.UpdateAsync(Samples.PodKey("a", name), pod, revisions[^1], Cancel)).Revision);
        }

        return revisions;
    }

    private static EtcdStore Open(params Uri[] endpoints) => new(new EtcdClientOptions { Endpoints = endpoints }, TimeProvider.System);
}
