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
        if (string.IsNullOrEmpty(resourceVersion))
        {
            return await WithinAsync(s_storePatience, cache.WaitFreshAsync, () => Failure.TimedOut("the store did not say in time how new an answer must be"), cancel);
        }

        return await WaitForAsync(cache, ResourceVersions.Parse(resourceVersion), cancel);
    }

    /// <summary>The state once it includes a revision; 504 when that does not come, as when it is one of another store.</summary>
    public async Task<CacheSnapshot> WaitForAsync(ResourceCache cache, long revision, CancellationToken cancel) => revision <= cache.Snapshot.Revision
        ? cache.Snapshot
        : await WithinAsync(s_patience, c => cache.WaitForAsync(revision, c), () => Failure.RevisionTooLarge(revision, cache.Snapshot.Revision), cancel);

    private async Task<CacheSnapshot> WithinAsync(TimeSpan limit, Func<CancellationToken, Task<CacheSnapshot>> wait, Func<ApiError> late, CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(limit, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        try
        {
            return await wait(both.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancel.IsCancellationRequested)
        {
            throw late();
        }
    }
}
