namespace Kube.Storage.Trees;

/// <summary>A leaf or a branch of a <see cref="KeyTree{T}"/>.</summary>
internal abstract class KeyTreeNode<T>(int count, string first)
    where T : class, IKeyed
{
    /// <summary>Most items of a leaf and children of a branch: small enough that copying one on each change is cheap, large enough that trees are shallow.</summary>
    public const int MaxWidth = 32;

    /// <summary>A node this narrow is joined with its neighbour where both fit into one.</summary>
    public const int MinWidth = MaxWidth / 4;

    /// <summary>Items at or below this node.</summary>
    public int Count { get; } = count;

    /// <summary>The least key at or below this node.</summary>
    public string First { get; } = first;

    /// <summary>Items of the leaf, children of the branch.</summary>
    public abstract int Width { get; }

    public abstract T? Get(string key);

    public abstract int Rank(string key);

    /// <summary>This node with an item put in; the second is its new right neighbour when it had to split.</summary>
    public abstract (KeyTreeNode<T> Node, KeyTreeNode<T>? Right) Set(T item);

    /// <summary>This node without a key; null when the key is not there. May be empty.</summary>
    public abstract KeyTreeNode<T>? Remove(string key);

    /// <summary>This node and its right neighbour (of the same kind) as one.</summary>
    public abstract KeyTreeNode<T> Join(KeyTreeNode<T> right);

    /// <summary>This node as a root: without branches that have one child.</summary>
    public virtual KeyTreeNode<T> Trimmed() => this;

    public static KeyTreeNode<T>? Build(IReadOnlyList<T> sorted)
    {
        var level = new List<KeyTreeNode<T>>();
        for (var i = 0; i < sorted.Count; i += MaxWidth)
        {
            level.Add(new KeyTreeLeaf<T>([.. sorted.Skip(i).Take(MaxWidth)]));
        }

        while (level.Count > 1)
        {
            level = [.. level.Chunk(MaxWidth).Select(children => new KeyTreeBranch<T>(children))];
        }

        return level.Count == 0 ? null : level[0];
    }
}
