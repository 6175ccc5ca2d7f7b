namespace Kube.Storage.Cache;

/// <summary>The caches of a set at one time, and how a key finds its cache. Immutable: a change makes a new one.</summary>
internal sealed class CacheTable
{
    private readonly string _root;
    private readonly Dictionary<string, ResourceCache[]> _bySegment = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ResourceCache> _byName = new(StringComparer.Ordinal);

    public CacheTable(string root, IReadOnlyList<ResourceCache> caches)
    {
        (_root, Caches) = (root, caches);
        foreach (var cache in caches)
        {
            _byName[cache.Resource.Name] = cache;
            var segment = SegmentOf(cache.Resource.Prefix).ToString();
            _bySegment[segment] = [.. _bySegment.GetValueOrDefault(segment) ?? [], cache];
        }
    }

    public IReadOnlyList<ResourceCache> Caches { get; }

    /// <summary>The newest of each name.</summary>
    public IReadOnlyDictionary<string, ResourceCache> ByName => _byName;

    /// <summary>With one more.</summary>
    public CacheTable With(ResourceCache cache) => new(_root, [.. Caches, cache]);

    public CacheTable Without(ResourceCache cache) => new(_root, [.. Caches.Where(c => c != cache)]);

    /// <summary>The caches a key belongs to; there are two while a newer one takes the place of another.</summary>
    public ResourceCache[] Find(string key) =>
        key.Length > _root.Length && _bySegment.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(SegmentOf(key), out var caches)
            && key.StartsWith(caches[0].Resource.Prefix, StringComparison.Ordinal) && key.Length > caches[0].Resource.Prefix.Length
            ? caches
            : [];

    private ReadOnlySpan<char> SegmentOf(string key)
    {
        var rest = key.AsSpan(_root.Length);
        var slash = rest.IndexOf('/');
        return slash < 0 ? rest : rest[..slash];
    }
}
