namespace Kube.Storage.Cache;

/// <summary>A storage key and what it says.</summary>
internal readonly record struct ObjectKey(string Key, string Namespace, string Name)
{
    public static ObjectKey Parse(string key, string prefix, StringPool pool)
    {
        var slash = key.IndexOf('/', prefix.Length);
        return slash < 0
            ? new ObjectKey(key, "", key[prefix.Length..])
            : new ObjectKey(key, pool.Get(key.AsSpan(prefix.Length, slash - prefix.Length)), key[(slash + 1)..]);
    }
}
