using Kube.Api.Resources;
using Kube.ApiServer.Computed;

namespace Kube.ApiServer.Registry;

/// <summary>The stores of all resources. A resource that is only a view of another shares that one's store; one that is not stored has a handler in place of a store.</summary>
internal sealed class ResourceRegistry
{
    private readonly Dictionary<(string Group, string Version, string Plural), ServedResource> _served = [];

    public ResourceRegistry(IEnumerable<Resource> resources, Func<Resource, ResourceStore> open, Func<Resource, IComputedKind> computed)
    {
        var all = resources.ToList();
        var stores = all.Where(r => r.StoredAs is null && r.IsStored).ToDictionary(r => r.Info.GroupResource, open);
        Stores = [.. stores.Values];
        foreach (var resource in all)
        {
            var storage = resource.StoredAs?.Storage ?? resource;
            _served[(resource.Info.Group, resource.Info.Version, resource.Info.Plural)] = resource.IsStored
                ? new ServedResource(resource, stores[storage.Info.GroupResource])
                : new ServedResource(resource, null, computed(resource));
        }
    }

    /// <summary>The distinct stores.</summary>
    public IReadOnlyList<ResourceStore> Stores { get; }

    /// <summary>Everything that is served, views included, in the catalog's order.</summary>
    public IEnumerable<ServedResource> Served => _served.Values;

    /// <summary>What a path names; null when nothing is served there.</summary>
    public ServedResource? Find(string group, string version, string plural) => _served.GetValueOrDefault((group, version, plural));

    /// <summary>The store of a core resource that the server itself needs.</summary>
    public ResourceStore Core(string plural) => _served[("", "v1", plural)].Store;
}
