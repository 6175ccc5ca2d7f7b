using System.Collections.Concurrent;
using System.Text;
using Kube.Storage.Cache;

namespace Kube.Storage.Tests.Cache;

/// <summary>Resources that come and go while the cache runs, over either store.</summary>
public abstract class LiveCacheSuite
{
    private const int Writers = 4;
    private const int WritesEach = 150;
    private readonly CacheResource _things = Things($"things{Guid.NewGuid():N}.example.com");

    protected abstract IStore Store { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Add_WhileOthersWrite_MissesNothingAndTellsNothingTwice()
    {
        await using var cache = await RunningCache.StartAsync(Store);
        var written = new ConcurrentBag<long>();
        var underWay = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var writers = Enumerable.Range(0, Writers).Select(writer => WriteAsync(writer, written, underWay)).ToList();
        await underWay.Task;
        var things = await cache.Set.AddAsync(_things, Cancel);
        using var watcher = things.Watch(CacheFilter.All);
        var state = watcher.Start.Select(CacheFilter.All).ToDictionary(e => e.Key, e => e.Revision);
        var from = watcher.After;
        await Task.WhenAll(writers);
        var end = written.Max();
        await cache.Set.WaitForAsync(end, Cancel);

        var expected = written.Where(r => r > from).Order().ToList();
        var events = await watcher.TakeAsync(expected.Count);
        Assert.Equal(expected, events.Select(e => e.Revision));
        foreach (var change in events)
        {
            state[change.Entry.Key] = change.Revision;
            if (change.Type == CacheEventType.Deleted)
            {
                state.Remove(change.Entry.Key);
            }
        }

        var stored = await Store.RangeAsync(_things.Prefix, null, 0, 0, Cancel);
        Assert.Equal(stored.Entries.Select(e => (e.Key, e.ModRevision)), state.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => (e.Key, e.Value)));
        Assert.Equal(stored.Entries.Select(e => (e.Key, e.ModRevision)), things.Snapshot.Select(CacheFilter.All).Select(e => (e.Key, e.Revision)));
    }

    [Fact]
    public async Task Add_PastRevision_IsCompactedBeforeTheAdditionAndHeldAfter()
    {
        await using var cache = await RunningCache.StartAsync(Store);
        var before = (await PutAsync("a", "x")).Revision;
        var things = await cache.Set.AddAsync(_things, Cancel);
        var after = (await PutAsync("a", "y")).Revision;
        await cache.Set.WaitForAsync(after, Cancel);
        Assert.Throws<CompactedException>(() => things.Watch(before - 1, CacheFilter.All));
        using var watcher = things.Watch(after - 1, CacheFilter.All);
        Assert.Equal(["y"], (await watcher.TakeAsync(1)).Select(e => e.Entry.Name));
    }

    [Fact]
    public async Task Remove_Always_EndsWatchersAndForgets()
    {
        await using var cache = await RunningCache.StartAsync(Store);
        var things = await cache.Set.AddAsync(_things, Cancel);
        using var watcher = things.Watch(CacheFilter.All);
        cache.Set.Remove(things);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => things.WaitFreshAsync(Cancel));
        Assert.True((await watcher.ReadAsync(Timeout.InfiniteTimeSpan, Cancel)).Ended);
        using var late = things.Watch(CacheFilter.All);
        Assert.True((await late.ReadAsync(Timeout.InfiniteTimeSpan, Cancel)).Ended);
        Assert.DoesNotContain(cache.Set.Resources, r => r.Resource.Name == _things.Name);
        await PutAsync("a", "x");
        var again = await cache.Set.AddAsync(_things, Cancel);
        Assert.Equal(["x"], again.Snapshot.Select(CacheFilter.All).Select(e => e.Name));
    }

    [Fact]
    public async Task Add_OfANameThatIsThere_IsFollowedBesideItUntilThatIsRemoved()
    {
        await using var cache = await RunningCache.StartAsync(Store);
        var first = await cache.Set.AddAsync(_things, Cancel);
        await PutAsync("a", "x");
        using var watcher = first.Watch(CacheFilter.All);
        var second = await cache.Set.AddAsync(_things with { Form = _ => """{"metadata":{"name":"x"},"made":true}"""u8.ToArray(), Fields = [new CacheField("made")] }, Cancel);
        Assert.Same(second, cache.Set[_things.Name]);
        var entry = Assert.Single(second.Snapshot.Select(CacheFilter.All));
        Assert.Equal("True", entry.Field("made"), ignoreCase: true);
        Assert.Contains("\"resourceVersion\"", Encoding.UTF8.GetString(entry.Utf8.Span), StringComparison.Ordinal);
        var last = (await PutAsync("a", "y")).Revision;
        Assert.Equal(2, (await first.WaitForAsync(last, Cancel)).Count);
        Assert.Equal(2, (await second.WaitForAsync(last, Cancel)).Count);
        cache.Set.Remove(first);
        CacheBatch batch;
        do
        {
            batch = await watcher.ReadAsync(Timeout.InfiniteTimeSpan, Cancel);
        }
        while (!batch.Ended);

        Assert.Same(second, cache.Set[_things.Name]);
    }

    private static CacheResource Things(string name) => new(name, $"/registry/{name}/", []);

    private Task<WriteResult> PutAsync(string ns, string name) =>
        Store.CreateAsync($"{_things.Prefix}{ns}/{name}", Encoding.UTF8.GetBytes($$$"""{"metadata":{"name":"{{{name}}}","namespace":"{{{ns}}}"}}"""), null, Cancel);

    /// <summary>Creates, changes and deletes a few names in turn.</summary>
    private async Task WriteAsync(int writer, ConcurrentBag<long> written, TaskCompletionSource underWay)
    {
        for (var i = 0; i < WritesEach; i++)
        {
            var name = $"w{writer}-{i / 3 % 7}";
            var key = $"{_things.Prefix}a/{name}";
            var current = await Store.GetAsync(key, Cancel);
            var result = current is null ? await PutAsync("a", name)
                : i % 3 == 2 ? await Store.DeleteAsync(key, current.ModRevision, Cancel)
                : await Store.UpdateAsync(key, current.Value, current.ModRevision, Cancel);
            Assert.True(result.Succeeded);
            written.Add(result.Revision);
            if (i == WritesEach / 4)
            {
                underWay.TrySetResult();
            }

            await Task.Yield();
        }
    }
}
