namespace Kube.Storage.Cache;

/// <summary>The state of all resources at one revision, read from the store page by page.</summary>
internal sealed record CacheLoad(long Revision, IReadOnlyDictionary<ResourceCache, List<CacheEntry>> Entries);
