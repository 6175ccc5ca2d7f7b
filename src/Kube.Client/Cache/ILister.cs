using Kube.Api;

namespace Kube.Client;

/// <summary>The read side of an informer: what the cache holds now. The objects are shared: <see cref="ApiJson.Clone{T}"/> before changing one.</summary>
public interface ILister<T>
    where T : class, IResource<T>
{
    /// <summary>One object, or null.</summary>
    T? Get(string? ns, string name);

    /// <summary>All objects, or those of one namespace. A snapshot: later changes do not show in it.</summary>
    IReadOnlyList<T> List(string? ns = null);

    /// <summary>The objects one of the informer's indexers files under a value.</summary>
    IReadOnlyList<T> ByIndex(string index, string value);
}
