using Kube.Storage.Trees;

namespace Kube.Storage.Cache;

/// <summary>
/// One object as clients read it: its final bytes, resourceVersion in place, and what selectors need. Immutable; made once per change
/// and shared by every reader.
/// </summary>
public sealed class CacheEntry : IKeyed
{
    private readonly EntryData _data;

    internal CacheEntry(ObjectKey key, long revision, ReadOnlyMemory<byte> utf8, EntryData data)
    {
        (Key, Namespace, Name) = (key.Key, key.Namespace, key.Name);
        (Revision, Utf8, _data) = (revision, utf8, data);
    }

    /// <summary>The storage key.</summary>
    public string Key { get; }

    /// <summary>The namespace; empty for what has none.</summary>
    public string Namespace { get; }

    /// <summary>metadata.name.</summary>
    public string Name { get; }

    /// <summary>The revision that made it so: its resourceVersion. Of a deleted object the revision of the deletion.</summary>
    public long Revision { get; }

    /// <summary>The object's JSON, resourceVersion in place.</summary>
    public ReadOnlyMemory<byte> Utf8 { get; }

    /// <summary>metadata.labels; empty where there are none.</summary>
    public IReadOnlyDictionary<string, string> Labels => _data.Labels;

    /// <summary>The value of a declared field, or of <c>metadata.name</c> and <c>metadata.namespace</c>; null for a field that was not declared.</summary>
    public string? Field(string path)
    {
        if (path == "metadata.name")
        {
            return Name;
        }

        if (path == "metadata.namespace")
        {
            return Namespace;
        }

        var index = _data.Fields.IndexOf(path);
        return index < 0 ? null : _data.Values[index];
    }

    /// <summary><see cref="Labels"/> as the entries that share them know them.</summary>
    internal LabelSet LabelSet => _data.Labels;

    /// <summary>The value of a declared field by its position.</summary>
    internal string FieldAt(int index) => _data.Values[index];

    /// <summary>The same object under another revision.</summary>
    internal CacheEntry At(long revision) =>
        new(new ObjectKey(Key, Namespace, Name), revision, ObjectBytes.WithRevision(Utf8, revision), _data);
}
