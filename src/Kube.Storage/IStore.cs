using Kube.Storage.Trees;

namespace Kube.Storage;

/// <summary>
/// The store port: everything the API server may ask of a database, and nothing else. Keys are paths such as
/// <c>/registry/pods/default/web</c>, values opaque bytes, revisions one global, growing counter over all keys.
/// Implementations: <see cref="EtcdStore"/> (production) and <see cref="MemoryStore"/> (tests, demonstrations); one test suite holds for both.
/// Every call throws <see cref="StoreUnavailableException"/> when the store cannot be asked.
/// </summary>
public interface IStore : IAsyncDisposable
{
    /// <summary>The value of a key and the revision that wrote it; null when there is none.</summary>
    Task<StoreEntry?> GetAsync(string key, CancellationToken cancel);

    /// <summary>Keys with a prefix, in order, as of a revision (0: now). Throws <see cref="CompactedException"/> for a revision no longer held.</summary>
    /// <param name="prefix">Prefix of the keys.</param>
    /// <param name="startKey">First key wanted; null for the first of the prefix.</param>
    /// <param name="limit">Entries at most; 0 for all.</param>
    /// <param name="revision">The revision to read at; 0 for the newest.</param>
    /// <param name="cancel">Ends the wait.</param>
    Task<StoreRange> RangeAsync(string prefix, string? startKey, int limit, long revision, CancellationToken cancel);

    /// <summary>How many keys have a prefix.</summary>
    Task<long> CountAsync(string prefix, CancellationToken cancel);

    /// <summary>Writes a key that must not exist; <see cref="WriteResult.Succeeded"/> is false when it does. With a time to live the key goes by itself.</summary>
    Task<WriteResult> CreateAsync(string key, ReadOnlyMemory<byte> value, TimeSpan? timeToLive, CancellationToken cancel);

    /// <summary>
    /// Replaces a key whose mod revision must be <paramref name="expectedRevision"/>; else nothing is written and the result carries the entry as it is.
    /// A key with a time to live keeps what is left of it.
    /// </summary>
    Task<WriteResult> UpdateAsync(string key, ReadOnlyMemory<byte> value, long expectedRevision, CancellationToken cancel);

    /// <summary>Deletes a key whose mod revision must be <paramref name="expectedRevision"/>; else nothing is deleted and the result carries the entry as it is.</summary>
    Task<WriteResult> DeleteAsync(string key, long expectedRevision, CancellationToken cancel);

    /// <summary>
    /// Every change to keys with a prefix after <paramref name="afterRevision"/>, in revision order, each once, across breaks of the connection.
    /// Ends with <see cref="CompactedException"/> when changes in between are no longer held, never by itself otherwise.
    /// A batch with no events is a progress mark: everything up to its revision has been delivered.
    /// </summary>
    IAsyncEnumerable<StoreEvents> WatchAsync(string prefix, long afterRevision, CancellationToken cancel);

    /// <summary>Forgets history before a revision.</summary>
    Task CompactAsync(long revision, CancellationToken cancel);

    /// <summary>
    /// Asks that every watch yields a progress mark soon, at or after the newest revision of now. For a reader that waits for a revision
    /// which changes outside its watch have reached.
    /// </summary>
    Task RequestProgressAsync(CancellationToken cancel);

    /// <summary>The newest revision; a read that waits for it has seen every write that was acknowledged before the call.</summary>
    Task<long> CurrentRevisionAsync(CancellationToken cancel);
}

/// <summary>A stored key and value, and the revision of the write that made it so.</summary>
public sealed record StoreEntry(string Key, ReadOnlyMemory<byte> Value, long ModRevision) : IKeyed;

/// <summary>A range of entries.</summary>
/// <param name="Entries">In key order.</param>
/// <param name="Revision">The revision the range was read at.</param>
/// <param name="More">True when <c>limit</c> cut the range short.</param>
/// <param name="Count">Keys in the prefix from the start key on, those beyond the limit included.</param>
public sealed record StoreRange(IReadOnlyList<StoreEntry> Entries, long Revision, bool More, long Count);

/// <summary>The outcome of a guarded write.</summary>
/// <param name="Succeeded">Whether the guard held and the write happened.</param>
/// <param name="Revision">The revision of the write, or the store's revision when the guard did not hold.</param>
/// <param name="Current">When the guard did not hold: the entry as it is, null when the key does not exist.</param>
public readonly record struct WriteResult(bool Succeeded, long Revision, StoreEntry? Current);

/// <summary>One change. <paramref name="Value"/> is empty for a delete. What was there before is not told: whoever follows has it, and etcd would look it up for every change.</summary>
public sealed record StoreEvent(bool IsDelete, string Key, ReadOnlyMemory<byte> Value, long Revision);

/// <summary>Changes in revision order, and the revision up to which everything has now been delivered.</summary>
public sealed record StoreEvents(IReadOnlyList<StoreEvent> Events, long Revision);

/// <summary>The revision asked for is older than what the store still holds.</summary>
/// <param name="compactRevision">The oldest revision that can still be read; 0 when the store did not say.</param>
public sealed class CompactedException(long compactRevision)
    : Exception(compactRevision == 0 ? "the required revision has been compacted" : $"the required revision has been compacted; the oldest revision held is {compactRevision}")
{
    /// <summary>The oldest revision that can still be read; 0 when the store did not say.</summary>
    public long CompactRevision { get; } = compactRevision;
}

/// <summary>The store could not be asked, or did not answer.</summary>
/// <param name="message">Why.</param>
/// <param name="outcomeUnknown">For a write: true when it may have happened all the same.</param>
/// <param name="inner">What the store's client said.</param>
public sealed class StoreUnavailableException(string message, bool outcomeUnknown, Exception inner) : Exception(message, inner)
{
    /// <summary>For a write: true when it may have happened all the same.</summary>
    public bool OutcomeUnknown { get; } = outcomeUnknown;
}
