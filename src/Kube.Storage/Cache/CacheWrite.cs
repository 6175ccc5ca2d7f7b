namespace Kube.Storage.Cache;

/// <summary>One write of the store as the cache takes it in; no entry for a delete.</summary>
internal readonly record struct CacheWrite(string Key, CacheEntry? Entry, long Revision);
