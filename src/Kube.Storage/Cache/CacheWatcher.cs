namespace Kube.Storage.Cache;

/// <summary>
/// One reader of a resource's changes. Buffers a bounded number of events; a reader that falls further behind is ended.
/// One call of <see cref="ReadAsync"/> at a time.
/// </summary>
public sealed class CacheWatcher : IDisposable
{
    internal CacheWatcher(CacheSnapshot start) => Start = start;

    /// <summary>The state at the time the watch began. A watch that begins with the present state writes the entries its filter selects from here, then reads.</summary>
    public CacheSnapshot Start { get; }

    /// <summary>The next events; an empty batch when none came within <paramref name="patience"/> (<see cref="Timeout.InfiniteTimeSpan"/>: no limit), for a bookmark. After the end every call returns an ended batch.</summary>
    public ValueTask<CacheBatch> ReadAsync(TimeSpan patience, CancellationToken cancel) => throw new NotImplementedException();

    /// <summary>Stops the watch.</summary>
    public void Dispose() => throw new NotImplementedException();
}
