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
        return found is null ? Scan(filter, KeyRange.Start(prefix, startKey), KeyRange.EndOfPrefix(prefix)) : found.Where(filter.Matches);
    }

    /// <summary>Looks at every entry of a range; what that costs each is what a list with a selector costs.</summary>
    private IEnumerable<CacheEntry> Scan(CacheFilter filter, string from, string to)
    {
        var verdicts = filter.Labels is { } judge ? new LabelVerdicts(judge) : null;
        foreach (var run in _entries.RunsBetween(from, to))
        {
            for (var i = 0; i < run.Count; i++)
            {
                var entry = run[i];
                if ((verdicts is null || verdicts.Of(entry.LabelSet)) && filter.MatchesBesideLabels(entry))
                {
                    yield return entry;
                }
            }
        }
    }

    private string Prefix(string? ns) => string.IsNullOrEmpty(ns) ? Resource.Prefix : $"{Resource.Prefix}{ns}/";
}
