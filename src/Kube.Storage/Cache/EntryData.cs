namespace Kube.Storage.Cache;

/// <summary>What is read off an object beside its bytes.</summary>
internal readonly record struct EntryData(LabelSet Labels, CacheFields Fields, string[] Values);
