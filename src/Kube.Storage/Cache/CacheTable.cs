namespace Kube.Storage.Cache;

/// <summary>The caches of a set at one time, and how a key finds its cache. Immutable: a change makes a new one.</summary>
internal sealed class CacheTable
{
    private readonly string _root;
    private readonly Dictionary<string, ResourceCache> _bySegment = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ResourceCache> _byName = new(StringComparer.Ordinal);

    public CacheTable(string root, IReadOnlyList<ResourceCache> caches)
    {
        (_root, Caches) = (root, caches);
        foreach (var cache in caches)
        {
            _byName.Add(cache.Resource.Name, cache);
            _bySegment.Add(SegmentOf(cache.Resource.Prefix).ToString(), cache);
        }
    }

    public IReadOnlyList<ResourceCache> Caches { get; }

    public IReadOnlyDictionary<string, ResourceCache> ByName => _byName;

    /// <summary>With one more, or in place of the one of that name.</summary>
    public CacheTable With(ResourceCache cache) => new(_root, [.. Caches.Where(c => c.Resource.Name != cache.Resource.Name), cache]);

    public CacheTable Without(ResourceCache cache) => new(_root, [.. Caches.Where(c => c != cache)]);

    /// <summary>The cache a key belongs to; null when it belongs to none.</summary>
    public ResourceCache? Find(string key) =>
        key.Length > _root.Length && _bySegment.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(SegmentOf(key), out var cache)
            && key.StartsWith(cache.Resource.Prefix, StringComparison.Ordinal) && key.Length > cache.Resource.Prefix.Length
            ? cache
            : null;

    private ReadOnlySpan<char> SegmentOf(string key)
    {
        var rest = key.AsSpan(_root.Length);
        var slash = rest.IndexOf('/');
        return slash < 0 ? rest : rest[..slash];
    }
}
