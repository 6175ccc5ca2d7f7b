using System.Text;
using Kube.Storage.Cache;

namespace Kube.Storage.Tests.Cache;

public class ResourceCacheTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WaitFresh_AfterAWrite_SnapshotHasIt()
    {
        await using var store = new MemoryStore(TimeProvider.System);
        await store.CreatePodAsync("a", "one");
        await using var cache = await RunningCache.StartAsync(store);
        var revision = await store.CreatePodAsync("b", "two");
        var snapshot = await cache.Pods.WaitFreshAsync(Cancel);
        Assert.Equal(revision, snapshot.Revision);
        Assert.Equal(["one", "two"], snapshot.Select(CacheFilter.All).Select(e => e.Name));
        Assert.Equal(["two"], snapshot.Select(new CacheFilter { Namespace = "b" }).Select(e => e.Name));
        Assert.Equal(1, snapshot.CountFrom("a"));
        Assert.Contains($"\"resourceVersion\":\"{revision}\"", Encoding.UTF8.GetString(snapshot.Get(cache.Pods.Key("b", "two"))!.Utf8.Span));
    }

    [Fact]
    public async Task WaitFresh_WriteOfNoResource_IsReachedAllTheSame()
    {
        await using var store = new MemoryStore(TimeProvider.System);
        await using var cache = await RunningCache.StartAsync(store);
        var other = await store.CreateAsync("/elsewhere", "x"u8.ToArray(), null, Cancel);
        Assert.True((await cache.Pods.WaitFreshAsync(Cancel)).Revision >= other.Revision);
    }

    [Fact]
    public async Task Snapshot_TakenBeforeChanges_StaysAsItWas()
    {
        await using var store = new MemoryStore(TimeProvider.System);
        await store.CreatePodAsync("a", "one");
        await using var cache = await RunningCache.StartAsync(store);
        var before = cache.Pods.Snapshot;
        await store.DeletePodAsync("a", "one");
        var after = await cache.Pods.WaitFreshAsync(Cancel);
        Assert.Equal((1, 0), (before.Count, after.Count));
    }

    [Fact]
    public async Task Select_ByAnIndexedField_IsWhatLookingAtEachEntryFinds()
    {
        await using var store = new MemoryStore(TimeProvider.System);
        for (var i = 0; i < 20; i++)
        {
            await store.CreatePodAsync(i % 2 == 0 ? "a" : "b", $"old{i:00}", i % 3 == 0 ? "" : $"n{i % 3}");
        }

        await using var cache = await RunningCache.StartAsync(store);
        var random = new Random(5);
        var live = new List<(string Ns, string Name)>();
        for (var i = 0; i < 200; i++)
        {
            if (live.Count > 0 && random.Next(3) == 0)
            {
                var (ns, name) = live[random.Next(live.Count)];
                live.Remove((ns, name));
                await store.DeletePodAsync(ns, name);
            }
            else if (live.Count > 0 && random.Next(2) == 0)
            {
                var (ns, name) = live[random.Next(live.Count)];
                await store.UpdatePodAsync(ns, name, random.Next(2) == 0 ? "" : $"n{random.Next(4)}");
            }
            else
            {
                live.Add((random.Next(2) == 0 ? "a" : "b", $"p{i:000}"));
                await store.CreatePodAsync(live[^1].Ns, live[^1].Name, $"n{random.Next(4)}");
            }
        }

        var snapshot = await cache.Pods.WaitFreshAsync(Cancel);
        foreach (var (node, ns, start) in from node in new[] { "n0", "n1", "n3", "none", "" } from ns in new[] { null, "a", "b" } from start in new[] { null, Samples.PodKey("a", "p050"), Samples.PodKey("b", "p1") } select (node, ns, start))
        {
            var indexed = new CacheFilter { Namespace = ns, IndexedField = new("spec.nodeName", node) };
            var each = new CacheFilter { Namespace = ns, Predicate = e => e.Field("spec.nodeName") == node };
            Assert.Equal(snapshot.Select(each, start).Select(e => (e.Key, e.Revision)), snapshot.Select(indexed, start).Select(e => (e.Key, e.Revision)));
        }
    }

    [Fact]
    public async Task Select_ByLabels_IsWhatAskingEachEntryFinds()
    {
        await using var store = new MemoryStore(TimeProvider.System);
        await using var cache = await RunningCache.StartAsync(store);
        for (var i = 0; i < 200; i++)
        {
            await store.CreatePodAsync(i % 3 == 0 ? "a" : "b", $"p{i:000}", i % 2 == 0 ? "n0" : "n1", app: i % 5 == 0 ? "web" : "db");
        }

        var snapshot = await cache.Pods.WaitFreshAsync(Cancel);
        foreach (var (ns, start, node) in from ns in new[] { null, "a", "b" } from start in new[] { null, Samples.PodKey("a", "p050"), Samples.PodKey("b", "p1") } from node in new[] { null, "n1" } select (ns, start, node))
        {
            var shared = new CacheFilter { Namespace = ns, Labels = l => l["app"] == "web", IndexedField = node is null ? null : new("spec.nodeName", node) };
            var each = snapshot.Select(CacheFilter.All, start).Where(e => e.Labels["app"] == "web" && (ns is null || e.Namespace == ns) && (node is null || e.Field("spec.nodeName") == node)).ToList();
            Assert.Equal(each, snapshot.Select(shared, start));
            Assert.All(each, e => Assert.True(shared.Matches(e)));
        }
    }

    [Fact]
    public async Task Watch_WithAFieldSelector_SeesObjectsEnterAndLeave()
    {
        await using var store = new MemoryStore(TimeProvider.System);
        await using var cache = await RunningCache.StartAsync(store);
        var start = cache.Set.Revision;
        var onNode = new CacheFilter { IndexedField = new("spec.nodeName", "n1") };
        using var live = cache.Pods.Watch(onNode);
        var created = await store.CreatePodAsync("a", "p");
        var bound = await store.UpdatePodAsync("a", "p", "n1");
        var runs = await store.UpdatePodAsync("a", "p", "n1", "Running");
        var moved = await store.UpdatePodAsync("a", "p", "n2", "Running");
        var back = await store.UpdatePodAsync("a", "p", "n1", "Running");
        var gone = await store.DeletePodAsync("a", "p");
        await cache.Set.WaitForAsync(gone, Cancel);

        string[] expected = [$"Added p {bound}", $"Modified p {runs}", $"Deleted p {moved}", $"Added p {back}", $"Deleted p {gone}"];
        Assert.Equal(expected, await live.TakeUntilAsync(gone));
        using var late = cache.Pods.Watch(start, onNode);
        Assert.Equal(expected, await late.TakeUntilAsync(gone));
        using var some = cache.Pods.Watch(runs, onNode with { Predicate = e => e.Labels["app"] == "web" });
        Assert.Equal(expected[2..], await some.TakeUntilAsync(gone));
        Assert.True(created < bound);
    }

    [Fact]
    public async Task Watch_ObjectLeavesTheSelector_DeletedCarriesTheLastStateWithTheNewRevision()
    {
        await using var store = new MemoryStore(TimeProvider.System);
        await using var cache = await RunningCache.StartAsync(store);
        await store.CreatePodAsync("a", "p", app: "web");
        await cache.Pods.WaitFreshAsync(Cancel);
        using var watcher = cache.Pods.Watch(new CacheFilter { Predicate = e => e.Labels["app"] == "web" });
        Assert.Single(watcher.Start.Select(CacheFilter.All));
        var changed = await store.UpdatePodAsync("a", "p", app: "db");
        var seen = Assert.Single(await watcher.TakeAsync(1));
        var frame = Encoding.UTF8.GetString(seen.Frame.Span);
        Assert.StartsWith("""{"type":"DELETED","object":{"kind":"Pod",""", frame, StringComparison.Ordinal);
        Assert.Contains($"\"resourceVersion\":\"{changed}\"", frame, StringComparison.Ordinal);
        Assert.Contains("\"app\":\"web\"", frame, StringComparison.Ordinal);
        Assert.EndsWith("}}\n", frame, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Watch_ByNamespaceOrName_SeesNothingElse()
    {
        await using var store = new MemoryStore(TimeProvider.System);
        await using var cache = await RunningCache.StartAsync(store);
        using var inA = cache.Pods.Watch(new CacheFilter { Namespace = "a" });
        using var one = cache.Pods.Watch(new CacheFilter { Namespace = "a", Name = "y" });
        await store.CreatePodAsync("a", "x");
        await store.CreatePodAsync("b", "y");
        var last = await store.CreatePodAsync("a", "y");
        await cache.Set.WaitForAsync(last, Cancel);
        Assert.Equal(["x", "y"], (await inA.TakeAsync(2)).Select(e => e.Entry.Name));
        Assert.Equal(["a"], (await one.TakeAsync(1)).Select(e => e.Entry.Namespace));
    }

    [Fact]
    public async Task Watch_TwoWatchersOfTheSameChange_ShareOneFrame()
    {
        await using var store = new MemoryStore(TimeProvider.System);
        await using var cache = await RunningCache.StartAsync(store);
        using var first = cache.Pods.Watch(CacheFilter.All);
        using var second = cache.Pods.Watch(new CacheFilter { Namespace = "a" });
        await store.CreatePodAsync("a", "x");
        Assert.Same((await first.TakeAsync(1))[0], (await second.TakeAsync(1))[0]);
    }

    [Fact]
    public async Task Watch_RevisionOlderThanTheWindow_IsCompacted()
    {
        await using var store = new MemoryStore(TimeProvider.System);
        await using var cache = await RunningCache.StartAsync(store, new CacheOptions { MinWindow = 4, MaxWindow = 4 });
        var first = await store.CreatePodAsync("a", "p");
        var last = first;
        for (var i = 0; i < 6; i++)
        {
            last = await store.UpdatePodAsync("a", "p");
        }

        await cache.Set.WaitForAsync(last, Cancel);
        Assert.Throws<CompactedException>(() => cache.Pods.Watch(first, CacheFilter.All));
        using var held = cache.Pods.Watch(last - 4, CacheFilter.All);
        Assert.Equal(4, (await held.TakeUntilAsync(last)).Count);
    }

    [Fact]
    public async Task Watch_RevisionOfTheFuture_WaitsForIt()
    {
        await using var store = new MemoryStore(TimeProvider.System);
        await using var cache = await RunningCache.StartAsync(store);
        var first = await store.CreatePodAsync("a", "p");
        using var watcher = cache.Pods.Watch(first + 1, CacheFilter.All);
        await store.UpdatePodAsync("a", "p");
        var wanted = await store.UpdatePodAsync("a", "p");
        Assert.Equal(wanted, Assert.Single(await watcher.TakeAsync(1)).Revision);
    }

    [Fact]
    public async Task Read_SlowWatcher_IsEndedAndOthersAreNot()
    {
        await using var store = new MemoryStore(TimeProvider.System);
        await using var cache = await RunningCache.StartAsync(store, new CacheOptions { WatcherQueue = 3 });
        using var slow = cache.Pods.Watch(CacheFilter.All);
        using var narrow = cache.Pods.Watch(new CacheFilter { Namespace = "b" });
        await store.CreatePodAsync("b", "p");
        for (var i = 0; i < 4; i++)
        {
            await store.CreatePodAsync("a", $"p{i}");
        }

        await cache.Pods.WaitFreshAsync(Cancel);
        Assert.True((await slow.ReadAsync(Timeout.InfiniteTimeSpan, Cancel)).Ended);
        Assert.Single(await narrow.TakeAsync(1));
        Assert.Equal(1, cache.Pods.WatcherCount);
    }

    [Fact]
    public async Task Read_NothingHappensToTheSelector_BatchIsEmptyAndCarriesTheRevision()
    {
        await using var store = new MemoryStore(TimeProvider.System);
        await using var cache = await RunningCache.StartAsync(store);
        using var watcher = cache.Pods.Watch(new CacheFilter { Namespace = "b" });
        var revision = await store.CreatePodAsync("a", "p");
        await cache.Set.WaitForAsync(revision, Cancel);
        var batch = await watcher.ReadAsync(TimeSpan.FromMilliseconds(1), Cancel);
        Assert.Equal((0, revision, false), (batch.Events.Count, batch.Revision, batch.Ended));
    }

    [Fact]
    public async Task Start_AfterTheFirstRead_IsLetGo()
    {
        await using var store = new MemoryStore(TimeProvider.System);
        await using var cache = await RunningCache.StartAsync(store);
        using var watcher = cache.Pods.Watch(CacheFilter.All);
        Assert.Equal(watcher.After, watcher.Start.Revision);
        await watcher.ReadAsync(TimeSpan.Zero, Cancel);
        Assert.Throws<InvalidOperationException>(() => watcher.Start);
    }

    [Fact]
    public async Task Watch_LongPast_IsToldInPortionsAndNothingTwice()
    {
        await using var store = new MemoryStore(TimeProvider.System);
        await using var cache = await RunningCache.StartAsync(store);
        var start = cache.Set.Revision;
        var revisions = new List<long>();
        for (var i = 0; i < 1200; i++)
        {
            revisions.Add(await store.CreatePodAsync("a", $"p{i}"));
        }

        await cache.Set.WaitForAsync(revisions[^1], Cancel);
        using var watcher = cache.Pods.Watch(start, CacheFilter.All);
        var later = await store.CreatePodAsync("a", "later");
        var first = await watcher.ReadAsync(Timeout.InfiniteTimeSpan, Cancel);
        Assert.True(first.Revision < revisions[^1]);
        Assert.Equal([.. revisions, later], first.Events.Concat(await watcher.TakeAsync(1201 - first.Events.Count)).Select(e => e.Revision));
    }

    [Fact]
    public async Task Read_Cancelled_Throws()
    {
        await using var store = new MemoryStore(TimeProvider.System);
        await using var cache = await RunningCache.StartAsync(store);
        using var watcher = cache.Pods.Watch(CacheFilter.All);
        using var stop = new CancellationTokenSource();
        var read = watcher.ReadAsync(Timeout.InfiniteTimeSpan, stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await read);
    }

    [Fact]
    public async Task Dispose_OfTheSet_EndsWatchers()
    {
        await using var store = new MemoryStore(TimeProvider.System);
        CacheWatcher watcher;
        await using (var cache = await RunningCache.StartAsync(store))
        {
            watcher = cache.Pods.Watch(CacheFilter.All);
        }

        Assert.True((await watcher.ReadAsync(Timeout.InfiniteTimeSpan, Cancel)).Ended);
    }

    [Fact]
    public async Task Run_ValueThatIsNoObject_IsNotServedAndTheRestIs()
    {
        await using var store = new MemoryStore(TimeProvider.System);
        await using var cache = await RunningCache.StartAsync(store);
        await store.CreateAsync(Samples.PodKey("a", "bad"), "nonsense"u8.ToArray(), null, Cancel);
        await store.CreatePodAsync("a", "good");
        var snapshot = await cache.Pods.WaitFreshAsync(Cancel);
        Assert.Equal(["good"], snapshot.Select(CacheFilter.All).Select(e => e.Name));
    }
}
