using Kube.Api;

namespace Kube.Client;

/// <summary>What a reflector writes to: an informer, or a test.</summary>
internal interface IReflectorTarget<T>
    where T : class, IResource<T>
{
    /// <summary>A full list has arrived.</summary>
    void Replace(IReadOnlyDictionary<ObjectKey, T> items);

    /// <summary>One event has arrived.</summary>
    void Apply(WatchEvent<T> change);
}
