namespace Kube.Storage.Tests;

/// <summary>A watch that a test reads as it likes.</summary>
internal sealed class StoreWatch : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private readonly IAsyncEnumerator<StoreEvents> _batches;
    private readonly Queue<StoreEvent> _events = [];
    private long _revision;
    private Task<bool>? _next;

    public StoreWatch(IStore store, string prefix, long after)
    {
        _batches = store.WatchAsync(prefix, after, _stop.Token).GetAsyncEnumerator(_stop.Token);

        // Begins now, not with the first read.
        _next = _batches.MoveNextAsync().AsTask();
    }

    /// <summary>Events that came and were not taken.</summary>
    public IReadOnlyCollection<StoreEvent> Rest => _events;

    /// <summary>The next events, so many.</summary>
    public async Task<List<StoreEvent>> TakeAsync(int count)
    {
        while (_events.Count < count)
        {
            await ReadAsync();
        }

        return [.. Enumerable.Range(0, count).Select(_ => _events.Dequeue())];
    }

    /// <summary>Reads until a revision is delivered.</summary>
    public async Task ReachAsync(long revision)
    {
        while (_revision < revision)
        {
            await ReadAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        try
        {
            await (_next ?? Task.FromResult(true));
        }
        catch (Exception e) when (e is OperationCanceledException or CompactedException)
        {
            // Stopped.
        }

        await _batches.DisposeAsync();
        _stop.Dispose();
    }

    private async Task ReadAsync()
    {
        Assert.True(await (_next ?? _batches.MoveNextAsync().AsTask()));
        _revision = _batches.Current.Revision;
        foreach (var change in _batches.Current.Events)
        {
            _events.Enqueue(change);
        }

        _next = _batches.MoveNextAsync().AsTask();
    }
}
