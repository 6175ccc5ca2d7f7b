namespace Kube.Storage.Cache;

/// <summary>
/// One change of one object, before any selector has seen it. The events watchers see are made when the first needs them and shared by the rest
/// (two threads may make the same one; either will do).
/// </summary>
internal sealed class CacheChange(CacheEntry? previous, CacheEntry? current, long revision)
{
    private CacheEvent? _added;
    private CacheEvent? _modified;
    private CacheEvent? _deleted;

    /// <summary>The object before; null for a new one.</summary>
    public CacheEntry? Previous => previous;

    /// <summary>The object after; null for a deleted one.</summary>
    public CacheEntry? Current => current;

    /// <summary>The revision of the change.</summary>
    public long Revision => revision;

    /// <summary>How many bytes of objects it keeps in memory.</summary>
    public int Size => (current ?? previous)!.Utf8.Length;

    /// <summary>The change as a filter's watcher sees it; null when it concerns nothing the filter selects.</summary>
    public CacheEvent? SeenBy(CacheFilter filter)
    {
        var before = previous is not null && filter.Matches(previous);
        var after = current is not null && filter.Matches(current);
        return (before, after) switch
        {
            (false, false) => null,
            (false, true) => _added ??= new CacheEvent(CacheEventType.Added, current!),
            (true, true) => _modified ??= new CacheEvent(CacheEventType.Modified, current!),
            (true, false) => _deleted ??= new CacheEvent(CacheEventType.Deleted, previous!.At(revision)),
        };
    }
}
