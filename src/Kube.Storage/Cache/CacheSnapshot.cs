namespace Kube.Storage.Cache;

/// <summary>All entries of a resource at one revision, in key order. Immutable: taking one costs nothing and holding one blocks nobody.</summary>
public sealed class CacheSnapshot
{
    internal CacheSnapshot(CacheResource resource, long revision) => (Resource, Revision) = (resource, revision);

    /// <summary>Whose entries these are.</summary>
    public CacheResource Resource { get; }

    /// <summary>The revision up to which every change is in.</summary>
    public long Revision { get; }

    /// <summary>How many entries there are.</summary>
    public int Count => throw new NotImplementedException();

    /// <summary>How many entries a namespace has (null: all), from a storage key on (null: from the start). Costs the logarithm of the size.</summary>
    public int CountFrom(string? ns, string? startKey = null) => throw new NotImplementedException();

    /// <summary>The entry of a storage key; null when there is none.</summary>
    public CacheEntry? Get(string key) => throw new NotImplementedException();

    /// <summary>The entries a filter wants, in key order, from a storage key on (inclusive; null: from the start). Lazy; looks only at the filter's namespace or name.</summary>
    public IEnumerable<CacheEntry> Select(CacheFilter filter, string? startKey = null) => throw new NotImplementedException();
}
