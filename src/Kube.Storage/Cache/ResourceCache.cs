namespace Kube.Storage.Cache;

/// <summary>
/// The read side of one resource: its present entries and its recent changes. Fed by <see cref="CacheSet"/> in revision order;
/// every method may be called from any thread.
/// </summary>
public sealed class ResourceCache
{
    internal ResourceCache(CacheSet set, CacheResource resource) => (Set, Resource) = (set, resource);

    /// <summary>What is kept here.</summary>
    public CacheResource Resource { get; }

    /// <summary>The present state, which may lag behind the store: see <see cref="WaitFreshAsync"/>.</summary>
    public CacheSnapshot Snapshot => throw new NotImplementedException();

    private CacheSet Set { get; }

    /// <summary>The storage key of an object; no namespace (null or empty) for what has none.</summary>
    public string Key(string? ns, string name) => string.IsNullOrEmpty(ns) ? Resource.Prefix + name : $"{Resource.Prefix}{ns}/{name}";

    /// <summary>The entry of a storage key as of now; null when there is none.</summary>
    public CacheEntry? Get(string key) => Snapshot.Get(key);

    /// <summary>The state once it includes every write acknowledged before the call. Concurrent callers share one question to the store.</summary>
    public Task<CacheSnapshot> WaitFreshAsync(CancellationToken cancel) => throw new NotImplementedException();

    /// <summary>The state once it includes a revision.</summary>
    public Task<CacheSnapshot> WaitForAsync(long revision, CancellationToken cancel) => throw new NotImplementedException();

    /// <summary>
    /// Every change after a revision that a filter selects, each once, in order. A revision the store has not reached yet is waited for silently.
    /// Throws <see cref="CompactedException"/> for one no longer in the window.
    /// </summary>
    public CacheWatcher Watch(long afterRevision, CacheFilter filter) => throw new NotImplementedException();

    /// <summary>Every change after now that a filter selects; <see cref="CacheWatcher.Start"/> is the state the changes follow.</summary>
    public CacheWatcher Watch(CacheFilter filter) => throw new NotImplementedException();
}
