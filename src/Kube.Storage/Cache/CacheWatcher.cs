namespace Kube.Storage.Cache;

/// <summary>
/// One reader of a resource's changes. Buffers a bounded number of events; a reader that falls further behind is ended.
/// One call of <see cref="ReadAsync"/> at a time.
/// </summary>
public sealed class CacheWatcher : IDisposable
{
    /// <summary>Past changes are looked through in portions, so that the first events leave early.</summary>
    private const int ReplayPortion = 512;

    private readonly Lock _lock = new();
    private readonly ResourceCache _cache;
    private readonly ITimer _timer;
    private readonly int _capacity;
    private readonly List<CacheEvent> _incoming = [];
    private CacheSnapshot? _start;
    private CacheChange[] _replay;
    private int _replayed;
    private List<CacheEvent> _pending = [];
    private TaskCompletionSource? _waiting;
    private bool _timeIsUp;
    private bool _ended;

    internal CacheWatcher(ResourceCache cache, CacheSnapshot start, CacheFilter filter, CacheReplay replay)
    {
        (_cache, _start, Filter) = (cache, start, filter);
        (_replay, After, _capacity) = (replay.Changes, replay.After, cache.Options.WatcherQueue);
        _timer = cache.Clock.CreateTimer(_ => Wake(timeIsUp: true), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>
    /// The state at the time the watch began. A watch that begins with the present state writes the entries its filter selects from here, then reads.
    /// Let go with the first read: a watcher lives long, and would keep every object of that time in memory.
    /// </summary>
    public CacheSnapshot Start => _start ?? throw new InvalidOperationException("a watcher's first state is gone once events are read");

    /// <summary>The revision whose changes, and those of all before, are not told: what a bookmark may say before the first batch.</summary>
    public long After { get; }

    internal CacheFilter Filter { get; }

    /// <summary>The next events; an empty batch when none came within <paramref name="patience"/> (<see cref="Timeout.InfiniteTimeSpan"/>: no limit), for a bookmark. After the end every call returns an ended batch.</summary>
    public async ValueTask<CacheBatch> ReadAsync(TimeSpan patience, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        _start = null;
        if (_replay.Length > 0)
        {
            return Replay();
        }

        _timeIsUp = false;
        if (TryTake(mayBeEmpty: patience == TimeSpan.Zero) is { } ready)
        {
            return ready;
        }

        _timer.Change(patience, Timeout.InfiniteTimeSpan);
        await using var registration = cancel.UnsafeRegister(static watcher => ((CacheWatcher)watcher!).Wake(timeIsUp: false), this);
        while (true)
        {
            var signal = Signal();
            if (signal is not null && !cancel.IsCancellationRequested)
            {
                await signal;
            }

            cancel.ThrowIfCancellationRequested();
            if (TryTake(mayBeEmpty: false) is { } batch)
            {
                return batch;
            }
        }
    }

    /// <summary>Stops the watch.</summary>
    public void Dispose()
    {
        _cache.Remove(this);
        _timer.Dispose();
        End();
    }

    /// <summary>A change, in revision order, from the thread that feeds the cache; true when it concerns this watcher. Seen by the reader at the next <see cref="Publish"/>.</summary>
    internal bool Offer(CacheChange change)
    {
        if (change.Revision <= After || change.SeenBy(Filter) is not { } seen)
        {
            return false;
        }

        _incoming.Add(seen);
        return true;
    }

    /// <summary>Shows the reader what was offered: all changes of a revision or none. False when the reader is too far behind: it is ended then.</summary>
    internal bool Publish()
    {
        lock (_lock)
        {
            if (_pending.Count + _incoming.Count <= _capacity)
            {
                _pending.AddRange(_incoming);
                _incoming.Clear();
                _waiting?.TrySetResult();
                return true;
            }
        }

        End();
        return false;
    }

    internal void End()
    {
        lock (_lock)
        {
            _ended = true;
            _pending.Clear();
            _waiting?.TrySetResult();
        }
    }

    private CacheBatch Replay()
    {
        var events = new List<CacheEvent>();
        var end = Math.Min(_replay.Length, _replayed + ReplayPortion);
        while (end < _replay.Length && _replay[end].Revision == _replay[end - 1].Revision)
        {
            end++;
        }

        for (; _replayed < end; _replayed++)
        {
            if (_replay[_replayed].SeenBy(Filter) is { } seen)
            {
                events.Add(seen);
            }
        }

        var revision = _replay[end - 1].Revision;
        if (end == _replay.Length)
        {
            _replay = [];
        }

        return new CacheBatch(events, revision, false);
    }

    /// <summary>What there is to return without waiting; null when there is nothing.</summary>
    private CacheBatch? TryTake(bool mayBeEmpty)
    {
        // Read first: whatever is in by now was published before.
        var revision = Math.Max(_cache.Revision, After);
        lock (_lock)
        {
            if (_ended)
            {
                return new CacheBatch([], After, true);
            }

            if (_pending.Count == 0)
            {
                if (!_timeIsUp && !mayBeEmpty)
                {
                    return null;
                }

                _timeIsUp = false;
                return new CacheBatch([], revision, false);
            }

            var events = _pending;
            _pending = [];
            return new CacheBatch(events, Math.Max(revision, events[^1].Revision), false);
        }
    }

    private Task? Signal()
    {
        lock (_lock)
        {
            if (_pending.Count > 0 || _ended || _timeIsUp)
            {
                return null;
            }

            _waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _waiting.Task;
        }
    }

    private void Wake(bool timeIsUp)
    {
        lock (_lock)
        {
            _timeIsUp |= timeIsUp;
            _waiting?.TrySetResult();
        }
    }
}

/// <summary>What a watcher has to be told of the past.</summary>
/// <param name="After">The revision after which it begins.</param>
/// <param name="Changes">The changes since, as far as they are in already.</param>
internal readonly record struct CacheReplay(long After, CacheChange[] Changes);
