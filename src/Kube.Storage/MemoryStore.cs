using System.Runtime.CompilerServices;
using Kube.Storage.Memory;
using Kube.Storage.Trees;

namespace Kube.Storage;

/// <summary>
/// A store in memory, with history as etcd keeps it, until it is compacted: for tests and demonstrations. Nothing survives the process.
/// </summary>
public sealed class MemoryStore : IStore
{
    private readonly Lock _lock = new();
    private readonly MemoryHistory _history = new();
    private readonly Expiries _expiries = new();
    private readonly TimeProvider _clock;
    private readonly ITimer _timer;
    private TaskCompletionSource _changed = NewSignal();

    /// <summary>An empty store.</summary>
    /// <param name="clock">Decides when keys with a time to live go.</param>
    public MemoryStore(TimeProvider clock)
    {
        _clock = clock;
        _timer = clock.CreateTimer(_ => Expire(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <inheritdoc />
    public Task<StoreEntry?> GetAsync(string key, CancellationToken cancel) => Locked(() => _history.State.Get(key), cancel);

    /// <inheritdoc />
    public Task<StoreRange> RangeAsync(string prefix, string? startKey, int limit, long revision, CancellationToken cancel) => Locked(
        () =>
        {
            var state = _history.At(revision);
            var (from, to) = (KeyRange.Start(prefix, startKey), KeyRange.EndOfPrefix(prefix));
            var entries = state.Between(from, to).Take(limit == 0 ? int.MaxValue : limit).ToList();
            var count = state.CountBetween(from, to);
            return new StoreRange(entries, revision == 0 ? _history.Newest : revision, count > entries.Count, count);
        },
        cancel);

    /// <inheritdoc />
    public Task<long> CountAsync(string prefix, CancellationToken cancel) =>
        Locked(() => (long)_history.State.CountBetween(prefix, KeyRange.EndOfPrefix(prefix)), cancel);

    /// <inheritdoc />
    public Task<WriteResult> CreateAsync(string key, ReadOnlyMemory<byte> value, TimeSpan? timeToLive, CancellationToken cancel) => Locked(
        () =>
        {
            if (_history.State.Get(key) is { } current)
            {
                return new WriteResult(false, _history.Newest, current);
            }

            if (timeToLive is { } time)
            {
                _expiries.Set(key, _clock.GetUtcNow() + time);
                Arm();
            }

            return Put(key, value);
        },
        cancel);

    /// <inheritdoc />
    public Task<WriteResult> UpdateAsync(string key, ReadOnlyMemory<byte> value, long expectedRevision, CancellationToken cancel) => Locked(
        () => _history.State.Get(key) is { } current && current.ModRevision == expectedRevision
            ? Put(key, value)
            : new WriteResult(false, _history.Newest, _history.State.Get(key)),
        cancel);

    /// <inheritdoc />
    public Task<WriteResult> DeleteAsync(string key, long expectedRevision, CancellationToken cancel) => Locked(
        () => _history.State.Get(key) is { } current && current.ModRevision == expectedRevision
            ? Delete(current)
            : new WriteResult(false, _history.Newest, _history.State.Get(key)),
        cancel);

    /// <inheritdoc />
    public async IAsyncEnumerable<StoreEvents> WatchAsync(string prefix, long afterRevision, [EnumeratorCancellation] CancellationToken cancel)
    {
        var position = afterRevision;
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            var (events, changed) = Since(position, prefix);
            if (events.Events.Count > 0 || events.Revision > position)
            {
                position = events.Revision;
                yield return events;
                continue;
            }

            await changed.WaitAsync(cancel);
        }
    }

    /// <inheritdoc />
    public Task CompactAsync(long revision, CancellationToken cancel) => Locked(
        () =>
        {
            _history.Compact(revision);
            return true;
        },
        cancel);

    /// <summary>Does nothing: watches yield progress marks with every change.</summary>
    public Task RequestProgressAsync(CancellationToken cancel) => Task.CompletedTask;

    /// <inheritdoc />
    public Task<long> CurrentRevisionAsync(CancellationToken cancel) => Locked(() => _history.Newest, cancel);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _timer.DisposeAsync();

    private Task<T> Locked<T>(Func<T> work, CancellationToken cancel)
    {
        if (cancel.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancel);
        }

        try
        {
            lock (_lock)
            {
                return Task.FromResult(work());
            }
        }
        catch (Exception e) when (e is CompactedException or ArgumentException)
        {
            return Task.FromException<T>(e);
        }
    }

    private (StoreEvents Events, Task Changed) Since(long revision, string prefix)
    {
        lock (_lock)
        {
            return (_history.After(revision, prefix), _changed.Task);
        }
    }

    private WriteResult Put(string key, ReadOnlyMemory<byte> value)
    {
        var entry = new StoreEntry(key, value.ToArray(), _history.Newest + 1);
        return Write(_history.State.Set(entry), new StoreEvent(false, key, entry.Value, entry.ModRevision));
    }

    private WriteResult Delete(StoreEntry entry)
    {
        _expiries.Remove(entry.Key);
        return Write(_history.State.Remove(entry.Key), new StoreEvent(true, entry.Key, default, _history.Newest + 1));
    }

    private WriteResult Write(KeyTree<StoreEntry> state, StoreEvent change)
    {
        _history.Add(state, change);
        _changed.SetResult();
        _changed = NewSignal();
        return new WriteResult(true, change.Revision, null);
    }

    private void Expire()
    {
        lock (_lock)
        {
            while (_expiries.TakeDue(_clock.GetUtcNow()) is { } key)
            {
                if (_history.State.Get(key) is { } entry)
                {
                    Delete(entry);
                }
            }

            Arm();
        }
    }

    private void Arm()
    {
        if (_expiries.Next is { } next)
        {
            var wait = next - _clock.GetUtcNow();
            _timer.Change(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
