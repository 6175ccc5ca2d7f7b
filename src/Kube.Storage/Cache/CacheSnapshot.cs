using Kube.Storage.Trees;

namespace Kube.Storage.Cache;

/// <summary>All entries of a resource at one revision, in key order. Immutable: taking one costs nothing and holding one blocks nobody.</summary>
public sealed class CacheSnapshot
{
    private readonly KeyTree<CacheEntry> _entries;
    private readonly FieldIndex _index;

    internal CacheSnapshot(CacheResource resource, long revision, KeyTree<CacheEntry> entries, FieldIndex index) =>
        (Resource, Revision, _entries, _index) = (resource, revision, entries, index);

    /// <summary>Whose entries these are.</summary>
    public CacheResource Resource { get; }

    /// <summary>The revision up to which every change is in.</summary>
    public long Revision { get; }

    /// <summary>How many entries there are.</summary>
    public int Count => _entries.Count;

    /// <summary>How many entries a namespace has (null: all), from a storage key on (null: from the start). Costs the logarithm of the size.</summary>
    public int CountFrom(string? ns, string? startKey = null)
    {
        var prefix = Prefix(ns);
        return _entries.CountBetween(KeyRange.Start(prefix, startKey), KeyRange.EndOfPrefix(prefix));
    }

    /// <summary>The entry of a storage key; null when there is none.</summary>
    public CacheEntry? Get(string key) => _entries.Get(key);

    /// <summary>The entries a filter wants, in key order, from a storage key on (inclusive; null: from the start). Lazy; looks only at the filter's namespace, name or indexed field.</summary>
    public IEnumerable<CacheEntry> Select(CacheFilter filter, string? startKey = null)
    {
        var prefix = Prefix(filter.Namespace);
        if (filter.Name is not null && Get(prefix + filter.Name) is { } named)
        {
            return filter.Matches(named) && (startKey is null || string.CompareOrdinal(named.Key, startKey) >= 0) ? [named] : [];
        }

        var found = filter.IndexedField is { } match ? _index.Find(match, prefix, startKey) : null;
        return (found ?? _entries.Between(KeyRange.Start(prefix, startKey), KeyRange.EndOfPrefix(prefix))).Where(filter.Matches);
    }

    private string Prefix(string? ns) => string.IsNullOrEmpty(ns) ? Resource.Prefix : $"{Resource.Prefix}{ns}/";
}
