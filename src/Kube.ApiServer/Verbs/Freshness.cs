using Kube.ApiServer.Errors;
using Kube.Storage.Cache;

namespace Kube.ApiServer.Verbs;

/// <summary>How new the cache must be for a read: as new as the store, at least a given revision, or as it happens to be.</summary>
internal sealed class Freshness(TimeProvider clock)
{
    /// <summary>Kubernetes waits this long for a revision that has not come yet.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(3);

    /// <summary>How long the store may take to say what its newest revision is.</summary>
    private static readonly TimeSpan s_storePatience = TimeSpan.FromSeconds(10);

    public async Task<CacheSnapshot> WaitAsync(ResourceCache cache, string? resourceVersion, CancellationToken cancel)
    {
        if (!string.IsNullOrEmpty(resourceVersion))
        {
            return await WaitForAsync(cache, ResourceVersions.Parse(resourceVersion), cancel);
        }

        try
        {
            // What is waited for is shared with other readers, and goes on for them.
            return await cache.WaitFreshAsync(CancellationToken.None).WaitAsync(s_storePatience, clock, cancel);
        }
        catch (TimeoutException)
        {
            throw Failure.TimedOut("the store did not say in time how new an answer must be");
        }
    }

    /// <summary>The state once it includes a revision; 504 when that does not come, as when it is one of another store.</summary>
    public async Task<CacheSnapshot> WaitForAsync(ResourceCache cache, long revision, CancellationToken cancel) => revision <= cache.Snapshot.Revision
        ? cache.Snapshot
        : await WithinPatienceAsync(cache, revision, cancel);

    private async Task<CacheSnapshot> WithinPatienceAsync(ResourceCache cache, long revision, CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(s_patience, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        try
        {
            return await cache.WaitForAsync(revision, both.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancel.IsCancellationRequested)
        {
            throw Failure.RevisionTooLarge(revision, cache.Snapshot.Revision);
        }
    }
}
