using Kube.Storage.Trees;

namespace Kube.Storage.Cache;

/// <summary>
/// The entries of a resource by the values of its indexed fields, so that a list of one node's pods looks at no others: a tree of values, and a tree
/// of entries below each. Never changed: a change makes a new index. Objects whose field has no value are in none of its lists.
/// </summary>
internal sealed class FieldIndex
{
    private readonly int[] _fields;
    private readonly KeyTree<Bucket>[] _trees;
    private readonly CacheResource _resource;

    private FieldIndex(CacheResource resource, int[] fields, KeyTree<Bucket>[] trees) => (_resource, _fields, _trees) = (resource, fields, trees);

    /// <summary>The index of nothing.</summary>
    public static FieldIndex Empty(CacheResource resource)
    {
        int[] fields = [.. Enumerable.Range(0, resource.Fields.Count).Where(i => resource.Fields[i].Indexed)];
        return new FieldIndex(resource, fields, [.. fields.Select(_ => KeyTree<Bucket>.Empty)]);
    }

    /// <summary>The index of a whole new state, which is in key order.</summary>
    public FieldIndex Of(IReadOnlyList<CacheEntry> entries) => new(_resource, _fields, [.. _fields.Select(field => KeyTree<Bucket>.FromSorted(
        [.. entries.Where(e => e.FieldAt(field).Length > 0).GroupBy(e => e.FieldAt(field), (value, those) => new Bucket(value, KeyTree<CacheEntry>.FromSorted([.. those])))
            .OrderBy(b => b.Key, StringComparer.Ordinal)]))]);

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
                var rest = In(trees[i], before).Remove(previous!.Key);
                trees[i] = rest.Count == 0 ? trees[i].Remove(before) : trees[i].Set(new Bucket(before, rest));
            }

            if (after.Length > 0)
            {
                trees[i] = trees[i].Set(new Bucket(after, In(trees[i], after).Set(current!)));
            }
        }

        return new FieldIndex(_resource, _fields, trees);
    }

    /// <summary>The entries with a value, in key order, whose keys have a prefix and are not before a key; null when the field is not indexed.</summary>
    public IEnumerable<CacheEntry>? Find(FieldMatch match, string prefix, string? startKey)
    {
        var i = Array.FindIndex(_fields, field => _resource.Fields[field].Path == match.Path);
        return i < 0 || match.Value.Length == 0 ? null : In(_trees[i], match.Value).Between(KeyRange.Start(prefix, startKey), KeyRange.EndOfPrefix(prefix));
    }

    private static KeyTree<CacheEntry> In(KeyTree<Bucket> tree, string value) => tree.Get(value)?.Entries ?? KeyTree<CacheEntry>.Empty;

    /// <summary>The entries that have a value.</summary>
    private sealed class Bucket(string value, KeyTree<CacheEntry> entries) : IKeyed
    {
        public string Key => value;

        public KeyTree<CacheEntry> Entries => entries;
    }
}
