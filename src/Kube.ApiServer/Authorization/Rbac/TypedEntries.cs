using Kube.Api;
using Kube.ApiServer.Registry;
using Kube.Storage.Cache;

namespace Kube.ApiServer.Authorization.Rbac;

/// <summary>The objects of a resource, typed; an object is read again only when it has changed. For one caller at a time.</summary>
internal sealed class TypedEntries<T>(Func<ResourceStore> store) where T : class, IKubeObject
{
    private Dictionary<string, (long Revision, T Object)> _objects = [];

    /// <summary>The revision of the last change of the objects.</summary>
    public long Changed => store().Cache.Changed;

    /// <summary>The objects as the cache has them.</summary>
    public IEnumerable<T> Read()
    {
        var before = _objects;
        _objects = [];
        foreach (var entry in store().Cache.Snapshot.Select(CacheFilter.All))
        {
            _objects[entry.Key] = before.TryGetValue(entry.Key, out var known) && known.Revision == entry.Revision
                ? known
                : (entry.Revision, ApiJson.Deserialize<T>(entry.Utf8.Span));
        }

        return _objects.Values.Select(o => o.Object);
    }
}
