using System.Text;
using System.Text.Json;

namespace Kube.Storage.Cache;

/// <summary>The declared paths as a tree of names, so that one pass over an object finds all of them.</summary>
internal sealed class FieldTree
{
    private readonly List<(byte[] Name, FieldTree Tree)> _children = [];

    /// <summary>The position of the field that ends here; -1 where none does.</summary>
    public int Field { get; private set; } = -1;

    public static FieldTree Of(CacheFields fields)
    {
        var root = new FieldTree();
        for (var i = 0; i < fields.All.Count; i++)
        {
            var tree = root;
            foreach (var name in fields.All[i].Path.Split('.'))
            {
                tree = tree.GetOrAdd(Encoding.UTF8.GetBytes(name));
            }

            tree.Field = i;
        }

        return root;
    }

    /// <summary>What is below the property the reader is at; null when nothing there was declared.</summary>
    public FieldTree? Find(ref Utf8JsonReader reader)
    {
        foreach (var (name, tree) in _children)
        {
            if (reader.ValueTextEquals(name))
            {
                return tree;
            }
        }

        return null;
    }

    private FieldTree GetOrAdd(byte[] name)
    {
        foreach (var child in _children)
        {
            if (child.Name.AsSpan().SequenceEqual(name))
            {
                return child.Tree;
            }
        }

        var tree = new FieldTree();
        _children.Add((name, tree));
        return tree;
    }
}
