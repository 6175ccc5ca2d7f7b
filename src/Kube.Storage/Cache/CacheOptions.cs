namespace Kube.Storage.Cache;

/// <summary>The sizes of the cache. The defaults suit a cluster of some thousand nodes.</summary>
public sealed record CacheOptions
{
    /// <summary>The prefix that is watched; all resources are below it.</summary>
    public string Root { get; init; } = "/registry/";

    /// <summary>Keys per request of the first load.</summary>
    public int PageSize { get; init; } = 2000;

    /// <summary>Changes each resource keeps for watches that begin in the past, when they are few and old.</summary>
    public int MinWindow { get; init; } = 128;

    /// <summary>Changes each resource keeps at most.</summary>
    public int MaxWindow { get; init; } = 65_536;

    /// <summary>Bytes of objects that the window of one resource keeps alive at most.</summary>
    public long MaxWindowBytes { get; init; } = 64 << 20;

    /// <summary>A full window grows as long as its oldest change is younger than this: clients that come back within it find what they missed.</summary>
    public TimeSpan WindowAge { get; init; } = TimeSpan.FromSeconds(75);

    /// <summary>Events buffered for a watcher that does not read; one more ends it.</summary>
    public int WatcherQueue { get; init; } = 8192;
}
