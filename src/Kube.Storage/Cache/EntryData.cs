namespace Kube.Storage.Cache;

/// <summary>What is read off an object beside its bytes.</summary>
internal readonly record struct EntryData(IReadOnlyDictionary<string, string> Labels, CacheFields Fields, string[] Values);
