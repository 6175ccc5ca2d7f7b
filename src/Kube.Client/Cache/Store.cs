using Kube.Api;

namespace Kube.Client;

/// <summary>The objects of an informer by key, by namespace and by its indexers. Reads see the state between two changes, never half of one.</summary>
internal sealed class Store<T>(IReadOnlyDictionary<string, Func<T, IEnumerable<string>>> indexers)
    where T : class, IResource<T>
{
    private readonly Lock _lock = new();
    private readonly Dictionary<ObjectKey, T> _items = [];
    private readonly Dictionary<string, Dictionary<ObjectKey, T>> _byNamespace = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, Dictionary<ObjectKey, T>>> _indices =
        indexers.Keys.ToDictionary(name => name, _ => new Dictionary<string, Dictionary<ObjectKey, T>>(StringComparer.Ordinal), StringComparer.Ordinal);

    public T? Get(ObjectKey key)
    {
        lock (_lock)
        {
            return _items.GetValueOrDefault(key);
        }
    }

    public T[] List(string? ns)
    {
        lock (_lock)
        {
            return ns is null ? [.. _items.Values] : Values(_byNamespace, ns);
        }
    }

    public T[] ByIndex(string index, string value)
    {
        lock (_lock)
        {
            return _indices.TryGetValue(index, out var values)
                ? Values(values, value)
                : throw new ArgumentException($"the informer of {T.Info.Plural} has no index \"{index}\"", nameof(index));
        }
    }

    /// <summary>Puts or removes (null) an object and says what that changed.</summary>
    public Change<T>? Set(ObjectKey key, T? value)
    {
        lock (_lock)
        {
            return Apply(key, value);
        }
    }

    /// <summary>Makes the store hold exactly these objects, in one step, and says what that changed: deletions first, as they free names others wait for.</summary>
    public List<Change<T>> Replace(IReadOnlyDictionary<ObjectKey, T> items)
    {
        var changes = new List<Change<T>>();
        lock (_lock)
        {
            foreach (var key in _items.Keys.Where(key => !items.ContainsKey(key)).ToList())
            {
                AddIfAny(changes, Apply(key, null));
            }

            foreach (var (key, value) in items)
            {
                AddIfAny(changes, Apply(key, value));
            }
        }

        return changes;
    }

    private static void AddIfAny(List<Change<T>> changes, Change<T>? change)
    {
        if (change is { } value)
        {
            changes.Add(value);
        }
    }

    private Change<T>? Apply(ObjectKey key, T? value)
    {
        var old = _items.GetValueOrDefault(key);
        if (old is null && value is null)
        {
            return null;
        }

        if (old is not null && value is not null && SameRevision(old, value))
        {
            return null;
        }

        if (old is not null)
        {
            _items.Remove(key);
            Unfile(key, old);
        }

        if (value is not null)
        {
            _items.Add(key, value);
            File(key, value);
        }

        return new Change<T>(old is null ? ChangeType.Added : value is null ? ChangeType.Deleted : ChangeType.Updated, old, value);
    }

    private static bool SameRevision(T a, T b) =>
        a.Metadata?.ResourceVersion is { } revision && revision == b.Metadata?.ResourceVersion && a.Metadata.Uid == b.Metadata.Uid;

    private void File(ObjectKey key, T value)
    {
        if (key.Namespace is { } ns)
        {
            Group(_byNamespace, ns)[key] = value;
        }

        foreach (var (name, index) in _indices)
        {
            foreach (var filed in indexers[name](value))
            {
                Group(index, filed)[key] = value;
            }
        }
    }

    private void Unfile(ObjectKey key, T value)
    {
        if (key.Namespace is { } ns)
        {
            Remove(_byNamespace, ns, key);
        }

        foreach (var (name, index) in _indices)
        {
            foreach (var filed in indexers[name](value))
            {
                Remove(index, filed, key);
            }
        }
    }

    private static Dictionary<ObjectKey, T> Group(Dictionary<string, Dictionary<ObjectKey, T>> groups, string name)
    {
        if (!groups.TryGetValue(name, out var group))
        {
            groups.Add(name, group = []);
        }

        return group;
    }

    private static void Remove(Dictionary<string, Dictionary<ObjectKey, T>> groups, string name, ObjectKey key)
    {
        if (groups.TryGetValue(name, out var group) && group.Remove(key) && group.Count == 0)
        {
            groups.Remove(name);
        }
    }

    private static T[] Values(Dictionary<string, Dictionary<ObjectKey, T>> groups, string name) =>
        groups.TryGetValue(name, out var group) ? [.. group.Values] : [];
}
