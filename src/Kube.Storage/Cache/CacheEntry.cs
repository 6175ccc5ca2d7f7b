namespace Kube.Storage.Cache;

/// <summary>
/// One object as clients read it: its final bytes, resourceVersion in place, and what selectors need. Immutable; made once per change
/// and shared by every reader.
/// </summary>
public sealed class CacheEntry
{
    private readonly CacheFields _fields;
    private readonly string[] _values;

    internal CacheEntry(ObjectKey key, long revision, ReadOnlyMemory<byte> utf8, EntryData data)
    {
        (Key, Namespace, Name) = (key.Key, key.Namespace, key.Name);
        (Revision, Utf8, Labels) = (revision, utf8, data.Labels);
        (_fields, _values) = (data.Fields, data.Values);
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
    public IReadOnlyDictionary<string, string> Labels { get; }

    /// <summary>The value of a declared field, or of <c>metadata.name</c> and <c>metadata.namespace</c>; null for a field that was not declared.</summary>
    public string? Field(string path) => path switch
    {
        "metadata.name" => Name,
        "metadata.namespace" => Namespace,
        _ => _fields.IndexOf(path) is >= 0 and var index ? _values[index] : null,
    };

    internal string FieldAt(int index) => _values[index];
}
