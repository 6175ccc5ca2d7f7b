using Microsoft.Extensions.Logging;

namespace Kube.Storage.Cache;

/// <summary>
/// All of the store's objects in memory: one watch of the store over one prefix feeds one <see cref="ResourceCache"/> per resource.
/// After a break the watch goes on where it was; after a compaction the store is listed again and the difference is told to watchers,
/// while readers keep the state they have. <see cref="RunAsync"/> is the one thread of work that feeds.
/// Resources come and go while it runs: one that is added notes the changes the watch brings from then on, reads its state from the store,
/// and takes its place between two batches, with those of the noted changes that are newer than what was read.
/// </summary>
public sealed partial class CacheSet : IAsyncDisposable
{
    private static readonly TimeSpan s_firstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(5);

    /// <summary>Added resources have few objects each, but there may be many resources.</summary>
    private const int AddedPoolSize = 256;

    private readonly IStore _store;
    private readonly ILogger _log;
    private readonly Dictionary<ResourceCache, List<CacheWrite>> _writes = [];

    /// <summary>Held, for work in memory only, by whoever changes caches: the feeding thread with a batch, an addition that takes its place, a removal.</summary>
    private readonly Lock _feed = new();

    /// <summary>Held while state is read from the store: a load of everything and an addition must not overtake each other.</summary>
    private readonly SemaphoreSlim _reading = new(1);
    private readonly Dictionary<string, CacheArrival> _arrivals = [];
    private readonly RevisionWaiters _waiters = new();
    private readonly FreshQuestion _question;
    private readonly ProgressNudge _nudge;
    private readonly CacheLoader _loader;
    private CacheTable _table;
    private bool _loaded;

    /// <summary>A cache over a store; <see cref="RunAsync"/> fills it.</summary>
    public CacheSet(IStore store, IEnumerable<CacheResource> resources, CacheOptions options, TimeProvider clock, ILogger<CacheSet> log)
    {
        (_store, Options, Clock, _log) = (store, options, clock, log);
        _loader = new CacheLoader(store, options.PageSize, log);
        _question = new FreshQuestion(store.CurrentRevisionAsync, revision => WaitForAsync(revision, CancellationToken.None));
        _nudge = new ProgressNudge(store, _waiters, clock, log);
        var pool = new StringPool();
        _table = new CacheTable(options.Root, [.. resources.Select(r => new ResourceCache(this, r, pool))]);
    }

    /// <summary>The caches as of now, in the order they were added.</summary>
    public IReadOnlyList<ResourceCache> Resources => Volatile.Read(ref _table).Caches;

    /// <summary>The cache of a resource by <see cref="CacheResource.Name"/>.</summary>
    public ResourceCache this[string name] => Volatile.Read(ref _table).ByName[name];

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
    public Task WaitFreshAsync(CancellationToken cancel) => _question.AskAsync().WaitAsync(cancel);

    /// <summary>
    /// Adds a resource. Complete and followed when this returns: no change is missed and none is told twice. One of the same name and prefix is
    /// followed beside it until it is removed, so that readers can go over from one to the other. Throws what the store throws when its state cannot be read; nothing has changed then.
    /// </summary>
    public async Task<ResourceCache> AddAsync(CacheResource resource, CancellationToken cancel)
    {
        var cache = new ResourceCache(this, resource, new StringPool(AddedPoolSize));
        var arrival = new CacheArrival(cache);
        await _reading.WaitAsync(cancel);
        try
        {
            SetArrival(arrival, isComing: true);
            var load = await _loader.ReadAsync(resource.Prefix, [cache], _ => [cache], cancel);
            TakePlace(arrival, load);
            return cache;
        }
        finally
        {
            SetArrival(arrival, isComing: false);
            _reading.Release();
        }
    }

    /// <summary>Removes a resource; its watchers end, and who waits for it to become fresh is told to try again.</summary>
    public void Remove(ResourceCache cache)
    {
        lock (_feed)
        {
            Volatile.Write(ref _table, _table.Without(cache));
            _writes.Remove(cache);
            cache.Close();
        }
    }

    /// <summary>Ends all watchers.</summary>
    public ValueTask DisposeAsync()
    {
        foreach (var cache in Resources)
        {
            cache.Close();
        }

        _reading.Dispose();
        return _nudge.DisposeAsync();
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var started = Clock.GetTimestamp();
        await _reading.WaitAsync(cancel);
        try
        {
            var table = _table;
            var load = await _loader.ReadAsync(Options.Root, table.Caches, table.Find, cancel);
            lock (_feed)
            {
                foreach (var (cache, entries) in load.Entries)
                {
                    cache.Replace(entries, load.Revision);
                }

                _loaded = true;
                _waiters.Reach(load.Revision);
            }

            LogLoaded(load.Entries.Values.Sum(e => e.Count), load.Revision, Clock.GetElapsedTime(started).TotalMilliseconds);
        }
        finally
        {
            _reading.Release();
        }
    }

    private void SetArrival(CacheArrival arrival, bool isComing)
    {
        lock (_feed)
        {
            if (isComing)
            {
                _arrivals.Add(arrival.Cache.Resource.Prefix, arrival);
            }
            else
            {
                _arrivals.Remove(arrival.Cache.Resource.Prefix);
            }
        }
    }

    private void TakePlace(CacheArrival arrival, CacheLoad load)
    {
        var cache = arrival.Cache;
        lock (_feed)
        {
            cache.Replace(load.Entries[cache], load.Revision);
            foreach (var batch in arrival.Missed)
            {
                foreach (var change in batch.Events)
                {
                    Note(cache, change);
                }

                ApplyNoted(batch.Revision);
            }

            cache.Advance(Revision);
            Volatile.Write(ref _table, _table.With(cache));
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
        lock (_feed)
        {
            foreach (var change in batch.Events)
            {
                foreach (var cache in _table.Find(change.Key))
                {
                    Note(cache, change);
                }
            }

            foreach (var arrival in _arrivals.Values)
            {
                arrival.Miss(batch);
            }

            ApplyNoted(batch.Revision);
            foreach (var cache in _table.Caches)
            {
                cache.Advance(batch.Revision);
            }

            _waiters.Reach(batch.Revision);
        }
    }

    /// <summary>Keeps a change for <see cref="ApplyNoted"/>; one that the cache has already, because it read its state later, is passed over.</summary>
    private void Note(ResourceCache cache, StoreEvent change)
    {
        if (change.Revision > cache.Revision)
        {
            var entry = change.IsDelete ? null : _loader.Read(cache, change.Key, change.Revision, change.Value);
            WritesOf(cache).Add(new CacheWrite(change.Key, entry, change.Revision));
        }
    }

    private void ApplyNoted(long revision)
    {
        foreach (var (cache, writes) in _writes)
        {
            if (writes.Count > 0)
            {
                cache.Apply(writes, revision);
                writes.Clear();
            }
        }
    }

    private List<CacheWrite> WritesOf(ResourceCache cache)
    {
        if (!_writes.TryGetValue(cache, out var writes))
        {
            _writes.Add(cache, writes = []);
        }

        return writes;
    }
}
