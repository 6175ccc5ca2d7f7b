using Kube.Storage.Cache;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kube.Storage.Tests.Cache;

/// <summary>A cache that follows a store, for the length of a test.</summary>
internal sealed class RunningCache : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _run;

    private RunningCache(IStore store, CacheOptions options, TimeProvider clock)
    {
        Set = new CacheSet(store, [Samples.Pods, Samples.Nodes], options, clock, NullLogger<CacheSet>.Instance);
        _run = Set.RunAsync(_stop.Token);
    }

    public CacheSet Set { get; }

    public ResourceCache Pods => Set["pods"];

    public static async Task<RunningCache> StartAsync(IStore store, CacheOptions? options = null, TimeProvider? clock = null)
    {
        var cache = new RunningCache(store, options ?? new CacheOptions(), clock ?? TimeProvider.System);
        await cache.Set.WaitForSyncAsync(TestContext.Current.CancellationToken);
        return cache;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _run;
        await Set.DisposeAsync();
        _stop.Dispose();
    }
}
