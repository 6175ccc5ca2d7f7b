using Kube.Storage.Trees;

namespace Kube.Storage.Cache;

/// <summary>
/// The entries of a resource by the values of its indexed fields, so that a list of one node's pods looks at no others. Never changed: a change
/// makes a new index. Objects whose field has no value are in none of its lists.
/// </summary>
internal sealed class FieldIndex
{
    private const char Separator = '\0';
    private readonly int[] _fields;
    private readonly KeyTree<IndexedEntry>[] _trees;
    private readonly CacheResource _resource;

    private FieldIndex(CacheResource resource, int[] fields, KeyTree<IndexedEntry>[] trees) => (_resource, _fields, _trees) = (resource, fields, trees);

    /// <summary>The index of nothing.</summary>
    public static FieldIndex Empty(CacheResource resource)
    {
        int[] fields = [.. Enumerable.Range(0, resource.Fields.Count).Where(i => resource.Fields[i].Indexed)];
        return new FieldIndex(resource, fields, [.. fields.Select(_ => KeyTree<IndexedEntry>.Empty)]);
    }

    /// <summary>The index of a whole new state.</summary>
    public FieldIndex Of(IReadOnlyList<CacheEntry> entries) => new(_resource, _fields, [.. _fields.Select(field => KeyTree<IndexedEntry>.FromSorted(
        [.. entries.Where(e => e.FieldAt(field).Length > 0).Select(e => IndexedEntry.Of(field, e)).OrderBy(e => e.Key, StringComparer.Ordinal)]))]);

    /// <summary>The index after a change; null stands for no entry.</summary>
    public FieldIndex With(CacheEntry? previous, CacheEntry? current)
    {
        if (_fields.Length == 0)
        {
            return this;
        }

        var trees = _trees.ToArray();
        for (var i = 0; i < trees.Length; i++)
        {
            var (before, after) = (previous?.FieldAt(_fields[i]) ?? "", current?.FieldAt(_fields[i]) ?? "");
            if (before.Length > 0 && before != after)
            {
                trees[i] = trees[i].Remove(IndexedEntry.KeyOf(before, previous!.Key));
            }

            if (after.Length > 0)
            {
                trees[i] = trees[i].Set(IndexedEntry.Of(_fields[i], current!));
            }
        }

        return new FieldIndex(_resource, _fields, trees);
    }

    /// <summary>The entries with a value, in key order, whose keys have a prefix and are not before a key; null when the field is not indexed.</summary>
    public IEnumerable<CacheEntry>? Find(FieldMatch match, string prefix, string? startKey)
    {
        var i = Array.FindIndex(_fields, field => _resource.Fields[field].Path == match.Path);
        if (i < 0 || match.Value.Length == 0)
        {
            return null;
        }

        var whole = IndexedEntry.KeyOf(match.Value, prefix);
        return _trees[i].Between(KeyRange.Start(whole, startKey is null ? null : IndexedEntry.KeyOf(match.Value, startKey)), KeyRange.EndOfPrefix(whole)).Select(e => e.Entry);
    }

    private sealed class IndexedEntry(string key, CacheEntry entry) : IKeyed
    {
        public string Key => key;

        public CacheEntry Entry => entry;

        public static IndexedEntry Of(int field, CacheEntry entry) => new(KeyOf(entry.FieldAt(field), entry.Key), entry);

        public static string KeyOf(string value, string key) => $"{value}{Separator}{key}";
    }
}
