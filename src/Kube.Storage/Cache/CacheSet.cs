using Microsoft.Extensions.Logging;

namespace Kube.Storage.Cache;

/// <summary>
/// All of the store's objects in memory: one watch of the store over one prefix feeds one <see cref="ResourceCache"/> per resource.
/// After a break the watch goes on where it was; after a compaction the store is listed again and the difference is told to watchers,
/// while readers keep the state they have.
/// </summary>
public sealed class CacheSet : IAsyncDisposable
{
    /// <summary>A cache over a store; <see cref="RunAsync"/> fills it.</summary>
    public CacheSet(IStore store, IEnumerable<CacheResource> resources, CacheOptions options, TimeProvider clock, ILogger<CacheSet> log) =>
        Resources = [.. resources.Select(r => new ResourceCache(this, r))];

    /// <summary>The caches, in the order given.</summary>
    public IReadOnlyList<ResourceCache> Resources { get; }

    /// <summary>The cache of a resource by <see cref="CacheResource.Name"/>.</summary>
    public ResourceCache this[string name] => throw new NotImplementedException();

    /// <summary>The revision up to which every change is in.</summary>
    public long Revision => throw new NotImplementedException();

    /// <summary>Loads and follows the store until cancelled; never ends otherwise. Failures of the store are logged and tried again.</summary>
    public Task RunAsync(CancellationToken cancel) => throw new NotImplementedException();

    /// <summary>Waits until the first load is complete.</summary>
    public Task WaitForSyncAsync(CancellationToken cancel) => throw new NotImplementedException();

    /// <summary>Waits until a revision is in. Every resource is then at or after it.</summary>
    public Task WaitForAsync(long revision, CancellationToken cancel) => throw new NotImplementedException();

    /// <summary>Waits until every write acknowledged before the call is in. Concurrent callers share one question to the store.</summary>
    public Task WaitFreshAsync(CancellationToken cancel) => throw new NotImplementedException();

    /// <summary>Ends all watchers.</summary>
    public ValueTask DisposeAsync() => throw new NotImplementedException();
}
