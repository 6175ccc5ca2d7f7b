using Kube.Api;
using Kube.Api.Resources;
using Kube.ApiServer.Computed;

namespace Kube.ApiServer.Registry;

/// <summary>
/// What is served: the built-in kinds for good, custom kinds as their definitions come and go. Readers take the set as it is now and never wait.
/// A resource that is only a view of another shares that one's store; one that is not stored has a handler in place of a store.
/// </summary>
internal sealed class ResourceRegistry
{
    private readonly IReadOnlyList<ServedResource> _builtIn;
    private ServedSet _now;

    public ResourceRegistry(IEnumerable<Resource> builtIn, Func<Resource, ResourceStore> open, Func<Resource, IComputedKind> computed)
    {
        var all = builtIn.ToList();
        var stores = all.Where(r => r.StoredAs is null && r.IsStored).ToDictionary(r => r.Info.GroupResource, open);
        _builtIn =
        [
            .. all.Select(r => r.IsStored
                ? new ServedResource(r, stores[(r.StoredAs?.Storage ?? r).Info.GroupResource])
                : new ServedResource(r, null, computed(r))),
        ];
        _now = new ServedSet(_builtIn);
    }

    /// <summary>What is served now.</summary>
    public ServedSet Now => Volatile.Read(ref _now);

    /// <summary>The kinds that are always served.</summary>
    public IReadOnlyList<ServedResource> BuiltIn => _builtIn;

    /// <summary>Puts other custom kinds in the place of those there were.</summary>
    public void SetCustom(IEnumerable<ServedResource> custom) => Volatile.Write(ref _now, new ServedSet([.. _builtIn, .. custom]));

    /// <summary>What a path names; null when nothing is served there.</summary>
    public ServedResource? Find(string group, string version, string plural) => Now.Find(group, version, plural);

    /// <summary>The store of a built-in kind.</summary>
    public ResourceStore StoreOf(ResourceInfo info) => Now.Find(info.Group, info.Version, info.Plural)!.Store;

    /// <summary>The store of a core resource that the server itself needs.</summary>
    public ResourceStore Core(string plural) => Now.Find("", "v1", plural)!.Store;
}
