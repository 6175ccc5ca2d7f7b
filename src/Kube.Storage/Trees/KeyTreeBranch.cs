namespace Kube.Storage.Trees;

/// <summary>An inner node of a <see cref="KeyTree{T}"/>. Its children are all at the same depth.</summary>
internal sealed class KeyTreeBranch<T>(KeyTreeNode<T>[] children) : KeyTreeNode<T>(Sum(children), children.Length == 0 ? "" : children[0].First)
    where T : class, IKeyed
{
    public KeyTreeNode<T>[] Children => children;

    public override int Width => children.Length;

    /// <summary>The child in whose range a key is.</summary>
    public int Search(string key)
    {
        var (low, high) = (1, children.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            (low, high) = string.CompareOrdinal(children[middle].First, key) <= 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return low - 1;
    }

    public override T? Get(string key) => children[Search(key)].Get(key);

    public override int Rank(string key)
    {
        var at = Search(key);
        var rank = children[at].Rank(key);
        for (var i = 0; i < at; i++)
        {
            rank += children[i].Count;
        }

        return rank;
    }

    public override (KeyTreeNode<T> Node, KeyTreeNode<T>? Right) Set(T item)
    {
        var at = Search(item.Key);
        var (child, sibling) = children[at].Set(item);
        if (sibling is null)
        {
            return (With(at, child), null);
        }

        KeyTreeNode<T>[] wider = [.. children.AsSpan(0, at), child, sibling, .. children.AsSpan(at + 1)];
        if (wider.Length <= MaxWidth)
        {
            return (new KeyTreeBranch<T>(wider), null);
        }

        var cut = at == children.Length - 1 ? MaxWidth : wider.Length / 2;
        return (new KeyTreeBranch<T>(wider[..cut]), new KeyTreeBranch<T>(wider[cut..]));
    }

    public override KeyTreeNode<T>? Remove(string key)
    {
        var at = Search(key);
        if (children[at].Remove(key) is not { } child)
        {
            return null;
        }

        if (child.Width == 0)
        {
            return new KeyTreeBranch<T>([.. children.AsSpan(0, at), .. children.AsSpan(at + 1)]);
        }

        return child.Width < MinWidth && JoinAt(at, child) is { } joined ? joined : With(at, child);
    }

    public override KeyTreeNode<T> Join(KeyTreeNode<T> right) => new KeyTreeBranch<T>([.. children, .. ((KeyTreeBranch<T>)right).Children]);

    public override KeyTreeNode<T> Trimmed() => children.Length == 1 ? children[0].Trimmed() : this;

    private KeyTreeBranch<T> With(int at, KeyTreeNode<T> child)
    {
        var copy = (KeyTreeNode<T>[])children.Clone();
        copy[at] = child;
        return new KeyTreeBranch<T>(copy);
    }

    /// <summary>This branch with a narrow child joined with a neighbour; null where it fits with neither.</summary>
    private KeyTreeBranch<T>? JoinAt(int at, KeyTreeNode<T> child)
    {
        if (at > 0 && children[at - 1].Width + child.Width <= MaxWidth)
        {
            return new KeyTreeBranch<T>([.. children.AsSpan(0, at - 1), children[at - 1].Join(child), .. children.AsSpan(at + 1)]);
        }

        return at + 1 < children.Length && children[at + 1].Width + child.Width <= MaxWidth
            ? new KeyTreeBranch<T>([.. children.AsSpan(0, at), child.Join(children[at + 1]), .. children.AsSpan(at + 2)])
            : null;
    }

    private static int Sum(KeyTreeNode<T>[] children)
    {
        var sum = 0;
        foreach (var child in children)
        {
            sum += child.Count;
        }

        return sum;
    }
}
