namespace Kube.Storage;

/// <summary>A store in memory, with history as etcd keeps it: for tests and demonstrations. Nothing survives the process.</summary>
/// <param name="clock">Decides when keys with a time to live go.</param>
public sealed class MemoryStore(TimeProvider clock) : IStore
{
    private readonly TimeProvider _clock = clock;
    public Task<StoreEntry?> GetAsync(string key, CancellationToken cancel) => throw new NotImplementedException($"{_clock}");
    public Task<StoreRange> RangeAsync(string prefix, string? startKey, int limit, long revision, CancellationToken cancel) => throw new NotImplementedException();
    public Task<long> CountAsync(string prefix, CancellationToken cancel) => throw new NotImplementedException();
    public Task<WriteResult> CreateAsync(string key, ReadOnlyMemory<byte> value, TimeSpan? timeToLive, CancellationToken cancel) => throw new NotImplementedException();
    public Task<WriteResult> UpdateAsync(string key, ReadOnlyMemory<byte> value, long expectedRevision, CancellationToken cancel) => throw new NotImplementedException();
    public Task<WriteResult> DeleteAsync(string key, long expectedRevision, CancellationToken cancel) => throw new NotImplementedException();
    public IAsyncEnumerable<StoreEvents> WatchAsync(string prefix, long afterRevision, CancellationToken cancel) => throw new NotImplementedException();
    public Task CompactAsync(long revision, CancellationToken cancel) => throw new NotImplementedException();
    public Task<long> CurrentRevisionAsync(CancellationToken cancel) => throw new NotImplementedException();
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
