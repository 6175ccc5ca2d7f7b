using Kube.ApiServer.Errors;
using Kube.Storage.Cache;

namespace Kube.ApiServer.Verbs;

/// <summary>How new the cache must be for a read: as new as the store, at least a given revision, or as it happens to be.</summary>
internal sealed class Freshness(TimeProvider clock)
{
    /// <summary>Kubernetes waits this long for a revision that has not come yet.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(3);

    public async Task<CacheSnapshot> WaitAsync(ResourceCache cache, string? resourceVersion, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(resourceVersion))
        {
            return await cache.WaitFreshAsync(cancel);
        }

        var revision = ResourceVersions.Parse(resourceVersion);
        return revision <= cache.Snapshot.Revision ? cache.Snapshot : await WaitForAsync(cache, revision, cancel);
    }

    private async Task<CacheSnapshot> WaitForAsync(ResourceCache cache, long revision, CancellationToken cancel)
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
