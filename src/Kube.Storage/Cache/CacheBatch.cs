namespace Kube.Storage.Cache;

/// <summary>What a watcher got since it last asked.</summary>
/// <param name="Events">In revision order; empty when only time or the revision moved on.</param>
/// <param name="Revision">Every event up to this revision has now been delivered: what a bookmark may say.</param>
/// <param name="Ended">True when no further events will come (the watcher was too slow, or the cache is gone); the client has to watch again.</param>
public readonly record struct CacheBatch(IReadOnlyList<CacheEvent> Events, long Revision, bool Ended);
