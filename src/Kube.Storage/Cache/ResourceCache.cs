using System.Text.Json;
using Kube.Storage.Trees;

namespace Kube.Storage.Cache;

/// <summary>
/// The read side of one resource: its present entries and its recent changes. Fed by <see cref="CacheSet"/> in revision order;
/// every public method may be called from any thread. The lock is held for work in memory only.
/// </summary>
public sealed class ResourceCache
{
    private readonly Lock _lock = new();
    private readonly CacheSet _set;
    private readonly EntryReader _reader;
    private readonly EventWindow _window;
    private readonly WatcherIndex _watchers;
    private readonly List<CacheWatcher> _interested = [];
    private readonly HashSet<CacheWatcher> _touched = [];
    private KeyTree<CacheEntry> _entries = KeyTree<CacheEntry>.Empty;
    private FieldIndex _index;
    private CacheSnapshot? _snapshot;
    private long _revision;
    private long _changed;
    private bool _closed;

    internal ResourceCache(CacheSet set, CacheResource resource, StringPool pool)
    {
        (_set, Resource) = (set, resource);
        _reader = new EntryReader(resource, pool);
        _window = new EventWindow(set.Options, set.Clock);
        _watchers = new WatcherIndex(resource);
        _index = FieldIndex.Empty(resource);
    }

    /// <summary>What is kept here.</summary>
    public CacheResource Resource { get; }

    /// <summary>The present state, which may lag behind the store: see <see cref="WaitFreshAsync"/>.</summary>
    public CacheSnapshot Snapshot
    {
        get
        {
            lock (_lock)
            {
                return TakeSnapshot();
            }
        }
    }

    /// <summary>How many watchers there are, for metrics.</summary>
    public int WatcherCount
    {
        get
        {
            lock (_lock)
            {
                return _watchers.Count;
            }
        }
    }

    /// <summary>The revision of the last change of an entry: for readers that keep something made of all entries.</summary>
    public long Changed => Volatile.Read(ref _changed);

    /// <summary>Every change up to here is in, and offered to watchers.</summary>
    internal long Revision => Volatile.Read(ref _revision);

    internal CacheOptions Options => _set.Options;

    internal TimeProvider Clock => _set.Clock;

    /// <summary>The storage key of an object; no namespace (null or empty) for what has none.</summary>
    public string Key(string? ns, string name) => string.IsNullOrEmpty(ns) ? Resource.Prefix + name : $"{Resource.Prefix}{ns}/{name}";

    /// <summary>The entry of a storage key as of now; null when there is none.</summary>
    public CacheEntry? Get(string key) => Volatile.Read(ref _entries).Get(key);

    /// <summary>The state once it includes every write acknowledged before the call. Concurrent callers share one question to the store.</summary>
    public async Task<CacheSnapshot> WaitFreshAsync(CancellationToken cancel)
    {
        await _set.WaitFreshAsync(cancel);
        return ReachedSnapshot();
    }

    /// <summary>The state once it includes a revision.</summary>
    public async Task<CacheSnapshot> WaitForAsync(long revision, CancellationToken cancel)
    {
        await _set.WaitForAsync(revision, cancel);
        return ReachedSnapshot();
    }

    /// <summary>
    /// Every change after a revision that a filter selects, each once, in order. A revision the store has not reached yet is waited for silently.
    /// Throws <see cref="CompactedException"/> for one no longer in the window.
    /// </summary>
    public CacheWatcher Watch(long afterRevision, CacheFilter filter)
    {
        lock (_lock)
        {
            return AddWatcher(filter, new CacheReplay(afterRevision, _window.After(afterRevision)));
        }
    }

    /// <summary>Every change after now that a filter selects; <see cref="CacheWatcher.Start"/> is the state the changes follow.</summary>
    public CacheWatcher Watch(CacheFilter filter)
    {
        lock (_lock)
        {
            return AddWatcher(filter, new CacheReplay(_revision, []));
        }
    }

    /// <summary>The entry a stored value makes. Throws <see cref="JsonException"/> for what is no JSON object. From the feeding thread only.</summary>
    internal CacheEntry Read(string key, long revision, ReadOnlyMemory<byte> value) =>
        _reader.Read(key, revision, Resource.Form is { } form ? form(value) : value);

    /// <summary>Takes in changes, which are all there are up to a revision. From the feeding thread only.</summary>
    internal void Apply(IReadOnlyList<CacheWrite> writes, long revision)
    {
        lock (_lock)
        {
            var (entries, index) = (_entries, _index);
            foreach (var write in writes)
            {
                var previous = entries.Get(write.Key);
                entries = write.Entry is null ? entries.Remove(write.Key) : entries.Set(write.Entry);
                index = index.With(previous, write.Entry);
                if (previous is not null || write.Entry is not null)
                {
                    Tell(new CacheChange(previous, write.Entry, write.Revision), remember: true);
                }
            }

            Finish(entries, index, revision);
        }
    }

    /// <summary>Notes that there were no changes up to a revision. From the feeding thread only.</summary>
    internal void Advance(long revision)
    {
        lock (_lock)
        {
            if (revision > _revision)
            {
                Finish(_entries, _index, revision);
            }
        }
    }

    /// <summary>Takes in a whole new state and tells watchers the difference. The first state is no change worth remembering. From the feeding thread only.</summary>
    internal void Replace(IReadOnlyList<CacheEntry> sorted, long revision)
    {
        var (entries, index) = (KeyTree<CacheEntry>.FromSorted(sorted), _index.Of(sorted));
        lock (_lock)
        {
            var first = _revision == 0;
            if (first)
            {
                _window.Reset(revision);
            }

            foreach (var change in StateDifference.Between(_entries, entries, revision))
            {
                Tell(change, remember: !first);
            }

            Finish(entries, index, revision);
        }
    }

    internal void Remove(CacheWatcher watcher)
    {
        lock (_lock)
        {
            _watchers.Remove(watcher);
        }
    }

    /// <summary>Nothing follows: watchers end, those that come later included.</summary>
    internal void Close()
    {
        lock (_lock)
        {
            _closed = true;
            foreach (var watcher in _watchers.Clear())
            {
                watcher.End();
            }
        }
    }

    /// <summary>A cache that is followed no more has nothing fresh to tell.</summary>
    private CacheSnapshot ReachedSnapshot()
    {
        lock (_lock)
        {
            return _closed
                ? throw new StoreUnavailableException("the resource has just been changed or removed", false, new InvalidOperationException($"{Resource.Name} is followed no more"))
                : TakeSnapshot();
        }
    }

    private CacheSnapshot TakeSnapshot() => _snapshot ??= new CacheSnapshot(Resource, _revision, _entries, _index);

    private CacheWatcher AddWatcher(CacheFilter filter, CacheReplay replay)
    {
        var watcher = new CacheWatcher(this, TakeSnapshot(), filter, replay);
        if (_closed)
        {
            watcher.End();
            return watcher;
        }

        _watchers.Add(watcher);
        return watcher;
    }

    private void Tell(CacheChange change, bool remember)
    {
        if (remember)
        {
            _window.Add(change);
        }

        _interested.Clear();
        _watchers.Collect(change, _interested);
        foreach (var watcher in _interested)
        {
            if (watcher.Offer(change))
            {
                _touched.Add(watcher);
            }
        }
    }

    private void Finish(KeyTree<CacheEntry> entries, FieldIndex index, long revision)
    {
        _index = index;
        if (!ReferenceEquals(entries, _entries))
        {
            Volatile.Write(ref _entries, entries);
            Volatile.Write(ref _changed, revision);
        }

        _snapshot = null;
        foreach (var watcher in _touched)
        {
            if (!watcher.Publish())
            {
                _watchers.Remove(watcher);
            }
        }

        _touched.Clear();
        _interested.Clear();
        Volatile.Write(ref _revision, revision);
    }
}
