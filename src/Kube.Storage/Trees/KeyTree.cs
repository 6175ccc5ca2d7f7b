namespace Kube.Storage.Trees;

/// <summary>
/// A sorted map that is never changed: a change makes a new tree that shares all but one path with the old one. So a reader keeps the tree it
/// took, at no cost to writers. A B+-tree with small nodes: a change copies a few short arrays. Sorted by ordinal order of the keys.
/// </summary>
internal sealed class KeyTree<T>
    where T : class, IKeyed
{
    private readonly KeyTreeNode<T>? _root;

    private KeyTree(KeyTreeNode<T>? root) => _root = root;

    public static KeyTree<T> Empty { get; } = new(null);

    public int Count => _root?.Count ?? 0;

    public static KeyTree<T> FromSorted(IReadOnlyList<T> items) => new(KeyTreeNode<T>.Build(items));

    public T? Get(string key) => _root?.Get(key);

    public KeyTree<T> Set(T item)
    {
        if (_root is null)
        {
            return new KeyTree<T>(new KeyTreeLeaf<T>([item]));
        }

        var (node, right) = _root.Set(item);
        return new KeyTree<T>(right is null ? node : new KeyTreeBranch<T>([node, right]));
    }

    public KeyTree<T> Remove(string key)
    {
        if (_root is null || _root.Remove(key) is not { } node)
        {
            return this;
        }

        return new KeyTree<T>(node.Count == 0 ? null : node.Trimmed());
    }

    /// <summary>How many keys are before a key.</summary>
    public int Rank(string key) => _root?.Rank(key) ?? 0;

    /// <summary>How many keys there are from one key to before another.</summary>
    public int CountBetween(string from, string to) => Math.Max(0, Rank(to) - Rank(from));

    /// <summary>The items from one key to before another, in order.</summary>
    public IEnumerable<T> Between(string from, string to) => RunsBetween(from, to).SelectMany(run => run);

    /// <summary>The same in runs, for readers of many: keys are compared only where the range ends.</summary>
    public IEnumerable<ArraySegment<T>> RunsBetween(string from, string to)
    {
        if (_root is null)
        {
            yield break;
        }

        var path = new KeyTreePath<T>(_root, from);
        for (var leaf = path.Leaf; leaf is not null; leaf = path.NextLeaf())
        {
            var isLast = leaf.Items.Length > 0 && string.CompareOrdinal(leaf.Items[^1].Key, to) >= 0;
            var end = isLast ? leaf.Rank(to) : leaf.Items.Length;
            if (end > path.Start)
            {
                yield return new ArraySegment<T>(leaf.Items, path.Start, end - path.Start);
            }

            if (isLast)
            {
                yield break;
            }
        }
    }
}
