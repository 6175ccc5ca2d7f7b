namespace Kube.Client.Streaming;

/// <summary>
/// How much may be sent on one stream. Without a limit until the other end announces one: the Go implementation neither announces windows nor ever
/// opens them again, it makes senders wait by not reading.
/// </summary>
internal sealed class SendWindow
{
    private readonly Lock _lock = new();
    private long _sent;
    private long? _limit;
    private bool _closed;
    private TaskCompletionSource? _opened;

    /// <summary>Takes up to so many bytes, waiting for at least one; fails once the stream can send no more.</summary>
    public async ValueTask<int> TakeAsync(int wanted, CancellationToken ct)
    {
        while (true)
        {
            Task opened;
            lock (_lock)
            {
                if (_closed)
                {
                    throw new IOException("the other end of the stream has gone");
                }

                var room = _limit is { } limit ? (int)Math.Min(wanted, limit - _sent) : wanted;
                if (room > 0)
                {
                    _sent += room;
                    return room;
                }

                _opened ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                opened = _opened.Task;
            }

            await opened.WaitAsync(ct);
        }
    }

    /// <summary>The other end has announced how much it takes at first.</summary>
    public void Limit(int initial) => Change(() => _limit = initial);

    /// <summary>The other end takes more.</summary>
    public void Open(int delta) => Change(() => _limit += delta);

    /// <summary>Nothing can be sent any more; those who wait fail.</summary>
    public void Close() => Change(() => _closed = true);

    private void Change(Action change)
    {
        TaskCompletionSource? opened;
        lock (_lock)
        {
            change();
            (opened, _opened) = (_opened, null);
        }

        opened?.TrySetResult();
    }
}
