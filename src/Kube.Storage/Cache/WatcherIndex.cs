using System.Runtime.InteropServices;

namespace Kube.Storage.Cache;

/// <summary>
/// The watchers of a resource by what they can possibly be interested in, so that a thousand watchers of one node's pods each do not all look at
/// each pod. Every watcher is in exactly one list. Not for concurrent use.
/// </summary>
internal sealed class WatcherIndex(CacheResource resource)
{
    private readonly Dictionary<WatcherScope, List<CacheWatcher>> _lists = [];
    private readonly int[] _indexed = [.. Enumerable.Range(0, resource.Fields.Count).Where(i => resource.Fields[i].Indexed)];

    /// <summary>Watchers known.</summary>
    public int Count { get; private set; }

    public void Add(CacheWatcher watcher)
    {
        ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(_lists, ScopeOf(watcher.Filter), out _);
        (list ??= []).Add(watcher);
        Count++;
    }

    public void Remove(CacheWatcher watcher)
    {
        var scope = ScopeOf(watcher.Filter);
        if (!_lists.TryGetValue(scope, out var list) || !list.Remove(watcher))
        {
            return;
        }

        Count--;
        if (list.Count == 0)
        {
            _lists.Remove(scope);
        }
    }

    /// <summary>Adds the watchers that a change may concern, each once.</summary>
    public void Collect(CacheChange change, List<CacheWatcher> watchers)
    {
        var entry = (change.Current ?? change.Previous)!;
        Collect(new WatcherScope(ScopeKind.All, 0, "", ""), watchers);
        Collect(new WatcherScope(ScopeKind.Namespace, 0, entry.Namespace, ""), watchers);
        Collect(new WatcherScope(ScopeKind.Name, 0, entry.Namespace, entry.Name), watchers);
        foreach (var field in _indexed)
        {
            var (before, after) = (change.Previous?.FieldAt(field), change.Current?.FieldAt(field));
            if (before is not null)
            {
                Collect(new WatcherScope(ScopeKind.Field, field, "", before), watchers);
            }

            if (after is not null && after != before)
            {
                Collect(new WatcherScope(ScopeKind.Field, field, "", after), watchers);
            }
        }
    }

    /// <summary>All watchers; the index is empty afterwards.</summary>
    public IReadOnlyList<CacheWatcher> Clear()
    {
        List<CacheWatcher> all = [.. _lists.Values.SelectMany(list => list)];
        _lists.Clear();
        Count = 0;
        return all;
    }

    private void Collect(WatcherScope scope, List<CacheWatcher> watchers)
    {
        if (_lists.TryGetValue(scope, out var list))
        {
            watchers.AddRange(list);
        }
    }

    private WatcherScope ScopeOf(CacheFilter filter)
    {
        if (filter.Name is not null && !string.IsNullOrEmpty(filter.Namespace))
        {
            return new WatcherScope(ScopeKind.Name, 0, filter.Namespace, filter.Name);
        }

        foreach (var field in _indexed)
        {
            if (filter.IndexedField is { } match && match.Path == resource.Fields[field].Path)
            {
                return new WatcherScope(ScopeKind.Field, field, "", match.Value);
            }
        }

        return string.IsNullOrEmpty(filter.Namespace)
            ? new WatcherScope(ScopeKind.All, 0, "", "")
            : new WatcherScope(ScopeKind.Namespace, 0, filter.Namespace, "");
    }

    private enum ScopeKind
    {
        All,
        Namespace,
        Name,
        Field,
    }

    private readonly record struct WatcherScope(ScopeKind Kind, int Field, string Namespace, string Value);
}
