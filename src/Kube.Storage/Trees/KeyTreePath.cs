namespace Kube.Storage.Trees;

/// <summary>A place in a <see cref="KeyTree{T}"/>, moved leaf by leaf.</summary>
internal sealed class KeyTreePath<T>
    where T : class, IKeyed
{
    private readonly Stack<(KeyTreeBranch<T> Branch, int Child)> _above = [];

    public KeyTreePath(KeyTreeNode<T> root, string key)
    {
        var node = root;
        while (node is KeyTreeBranch<T> branch)
        {
            var at = branch.Search(key);
            _above.Push((branch, at));
            node = branch.Children[at];
        }

        var leaf = (KeyTreeLeaf<T>)node;
        Leaf = leaf;
        Start = leaf.Rank(key);
    }

    /// <summary>The leaf in which the first item is, or would be.</summary>
    public KeyTreeLeaf<T>? Leaf { get; }

    /// <summary>Where in the present leaf the items begin.</summary>
    public int Start { get; private set; }

    public KeyTreeLeaf<T>? NextLeaf()
    {
        Start = 0;
        while (_above.TryPop(out var place))
        {
            if (place.Child + 1 == place.Branch.Children.Length)
            {
                continue;
            }

            _above.Push((place.Branch, place.Child + 1));
            return FirstLeaf(place.Branch.Children[place.Child + 1]);
        }

        return null;
    }

    private KeyTreeLeaf<T> FirstLeaf(KeyTreeNode<T> node)
    {
        while (node is KeyTreeBranch<T> branch)
        {
            _above.Push((branch, 0));
            node = branch.Children[0];
        }

        return (KeyTreeLeaf<T>)node;
    }
}
