namespace Kube.Storage.Trees;

/// <summary>The items of a <see cref="KeyTree{T}"/>, a few at a time.</summary>
internal sealed class KeyTreeLeaf<T>(T[] items) : KeyTreeNode<T>(items.Length, items.Length == 0 ? "" : items[0].Key)
    where T : class, IKeyed
{
    public T[] Items => items;

    public override int Width => items.Length;

    /// <summary>Where a key is, or the complement of where it would be.</summary>
    public int Search(string key)
    {
        var (low, high) = (0, items.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            var order = string.CompareOrdinal(items[middle].Key, key);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return ~low;
    }

    public override T? Get(string key) => Search(key) is >= 0 and var at ? items[at] : null;

    public override int Rank(string key)
    {
        var at = Search(key);
        return at >= 0 ? at : ~at;
    }

    public override (KeyTreeNode<T> Node, KeyTreeNode<T>? Right) Set(T item)
    {
        var at = Search(item.Key);
        if (at >= 0)
        {
            var copy = (T[])items.Clone();
            copy[at] = item;
            return (new KeyTreeLeaf<T>(copy), null);
        }

        at = ~at;
        T[] wider = [.. items.AsSpan(0, at), item, .. items.AsSpan(at)];
        if (wider.Length <= MaxWidth)
        {
            return (new KeyTreeLeaf<T>(wider), null);
        }

        // Keys often arrive in order: then the left half stays full.
        var cut = at == items.Length ? MaxWidth : wider.Length / 2;
        return (new KeyTreeLeaf<T>(wider[..cut]), new KeyTreeLeaf<T>(wider[cut..]));
    }

    public override KeyTreeNode<T>? Remove(string key) =>
        Search(key) is >= 0 and var at ? new KeyTreeLeaf<T>([.. items.AsSpan(0, at), .. items.AsSpan(at + 1)]) : null;

    public override KeyTreeNode<T> Join(KeyTreeNode<T> right) => new KeyTreeLeaf<T>([.. items, .. ((KeyTreeLeaf<T>)right).Items]);
}
