using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Kube.Storage.Cache;

/// <summary>
/// All of the store's objects in memory: one watch of the store over one prefix feeds one <see cref="ResourceCache"/> per resource.
/// After a break the watch goes on where it was; after a compaction the store is listed again and the difference is told to watchers,
/// while readers keep the state they have. <see cref="RunAsync"/> is the one thread of work that feeds.
/// </summary>
public sealed partial class CacheSet : IAsyncDisposable
{
    private static readonly TimeSpan s_firstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(5);

    private readonly IStore _store;
    private readonly ILogger _log;
    private readonly Dictionary<string, ResourceCache> _byName = [];
    private readonly Dictionary<string, ResourceCache> _bySegment = [];
    private readonly Dictionary<ResourceCache, List<CacheWrite>> _writes = [];
    private readonly RevisionWaiters _waiters = new();
    private readonly FreshQuestion _question;
    private readonly ProgressNudge _nudge;
    private bool _loaded;

    /// <summary>A cache over a store; <see cref="RunAsync"/> fills it.</summary>
    public CacheSet(IStore store, IEnumerable<CacheResource> resources, CacheOptions options, TimeProvider clock, ILogger<CacheSet> log)
    {
        (_store, Options, Clock, _log) = (store, options, clock, log);
        _question = new FreshQuestion(store.CurrentRevisionAsync);
        _nudge = new ProgressNudge(store, _waiters, clock, log);
        var pool = new StringPool();
        Resources = [.. resources.Select(r => new ResourceCache(this, r, pool))];
        foreach (var cache in Resources)
        {
            _byName.Add(cache.Resource.Name, cache);
            _bySegment.Add(SegmentOf(cache.Resource.Prefix).ToString(), cache);
        }
    }

    /// <summary>The caches, in the order given.</summary>
    public IReadOnlyList<ResourceCache> Resources { get; }

    /// <summary>The cache of a resource by <see cref="CacheResource.Name"/>.</summary>
    public ResourceCache this[string name] => _byName[name];

    /// <summary>The revision up to which every change is in; 0 before the first load.</summary>
    public long Revision => _waiters.Revision;

    internal CacheOptions Options { get; }

    internal TimeProvider Clock { get; }

    /// <summary>Loads and follows the store until cancelled; never ends otherwise. Failures of the store are logged and tried again.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        var pause = s_firstPause;
        while (!cancel.IsCancellationRequested)
        {
            var before = Revision;
            try
            {
                if (!_loaded)
                {
                    await LoadAsync(cancel);
                }

                await FollowAsync(cancel);
            }
            catch (CompactedException e)
            {
                LogCompacted(Revision, e.CompactRevision);
                _loaded = false;
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                LogFailed(e, Revision);
            }

            pause = Revision > before ? s_firstPause : TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, s_longestPause.Ticks));
            await Task.Delay(pause, Clock, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Waits until the first load is complete.</summary>
    public Task WaitForSyncAsync(CancellationToken cancel) => _waiters.WaitAsync(1, cancel);

    /// <summary>Waits until a revision is in. Every resource is then at or after it.</summary>
    public Task WaitForAsync(long revision, CancellationToken cancel)
    {
        var reached = _waiters.WaitAsync(revision, cancel);
        if (!reached.IsCompleted)
        {
            _nudge.Arm();
        }

        return reached;
    }

    /// <summary>Waits until every write acknowledged before the call is in. Concurrent callers share one question to the store.</summary>
    public async Task WaitFreshAsync(CancellationToken cancel) =>
        await WaitForAsync(await _question.AskAsync().WaitAsync(cancel), cancel);

    /// <summary>Ends all watchers.</summary>
    public ValueTask DisposeAsync()
    {
        foreach (var cache in Resources)
        {
            cache.EndWatchers();
        }

        return _nudge.DisposeAsync();
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var started = Clock.GetTimestamp();
        var load = await ReadAllAsync(cancel);
        foreach (var (cache, entries) in load.Entries)
        {
            cache.Replace(entries, load.Revision, first: Revision == 0);
        }

        _loaded = true;
        _waiters.Reach(load.Revision);
        LogLoaded(load.Entries.Values.Sum(e => e.Count), load.Revision, Clock.GetElapsedTime(started).TotalMilliseconds);
    }

    private async Task<CacheLoad> ReadAllAsync(CancellationToken cancel)
    {
        var load = new CacheLoad(0, Resources.ToDictionary(cache => cache, _ => new List<CacheEntry>()));
        string? start = null;
        while (true)
        {
            var page = await _store.RangeAsync(Options.Root, start, Options.PageSize, load.Revision, cancel);
            load = load with { Revision = page.Revision };
            foreach (var entry in page.Entries)
            {
                if (Find(entry.Key) is { } cache && Read(cache, entry.Key, entry.ModRevision, entry.Value) is { } read)
                {
                    load.Entries[cache].Add(read);
                }
            }

            if (!page.More || page.Entries.Count == 0)
            {
                return load;
            }

            start = page.Entries[^1].Key + '\0';
        }
    }

    private async Task FollowAsync(CancellationToken cancel)
    {
        await foreach (var batch in _store.WatchAsync(Options.Root, Revision, cancel))
        {
            Apply(batch);
        }
    }

    private void Apply(StoreEvents batch)
    {
        foreach (var change in batch.Events)
        {
            if (Find(change.Key) is { } cache)
            {
                var entry = change.IsDelete ? null : Read(cache, change.Key, change.Revision, change.Value);
                WritesOf(cache).Add(new CacheWrite(change.Key, entry, change.Revision));
            }
        }

        foreach (var (cache, writes) in _writes)
        {
            if (writes.Count > 0)
            {
                cache.Apply(writes, batch.Revision);
                writes.Clear();
            }
        }

        foreach (var cache in Resources)
        {
            cache.Advance(batch.Revision);
        }

        _waiters.Reach(batch.Revision);
    }

    private List<CacheWrite> WritesOf(ResourceCache cache)
    {
        if (!_writes.TryGetValue(cache, out var writes))
        {
            _writes.Add(cache, writes = []);
        }

        return writes;
    }

    /// <summary>The entry a stored value makes; null, as if it were not there, for a value that cannot be read.</summary>
    private CacheEntry? Read(ResourceCache cache, string key, long revision, ReadOnlyMemory<byte> value)
    {
        try
        {
            return cache.Read(key, revision, value);
        }
        catch (JsonException e)
        {
            LogUnreadable(e, key, revision);
            return null;
        }
    }

    private ResourceCache? Find(string key) =>
        key.Length > Options.Root.Length && _bySegment.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(SegmentOf(key), out var cache)
            && key.StartsWith(cache.Resource.Prefix, StringComparison.Ordinal) && key.Length > cache.Resource.Prefix.Length
            ? cache
            : null;

    private ReadOnlySpan<char> SegmentOf(string key)
    {
        var rest = key.AsSpan(Options.Root.Length);
        var slash = rest.IndexOf('/');
        return slash < 0 ? rest : rest[..slash];
    }
}
