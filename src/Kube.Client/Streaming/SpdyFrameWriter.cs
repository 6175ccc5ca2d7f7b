namespace Kube.Client.Streaming;

/// <summary>
/// Puts frames on the wire, one at a time. Control frames are queued, so that the connection's reader never waits for the writer (two ends that wait
/// for each other to read would never end); data frames wait their turn, and that is what makes a fast sender wait.
/// </summary>
internal sealed class SpdyFrameWriter(Stream transport, CancellationToken closed) : IDisposable
{
    // A peer that asks for so many answers without reading any is not worth serving.
    private const int LongestQueue = 4096;
    private readonly Lock _lock = new();
    private readonly SpdyHeaderWriter _headers = new();
    private readonly Queue<byte[]> _queue = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private byte[] _buffer = new byte[SpdyFrame.HeaderSize + LongestData];
    private int _nextId;
    private bool _flushing;

    /// <summary>Data is cut into frames of at most this size.</summary>
    public const int LongestData = 32 * 1024;

    /// <summary>What ended the connection, where the writer saw it first.</summary>
    public Action<Exception>? OnFailure { get; init; }

    public void Dispose() => _turn.Dispose();

    /// <summary>Queues a frame; it is on its way at once if nobody else writes.</summary>
    public void Post(byte[] frame)
    {
        lock (_lock)
        {
            Enqueue(frame);
        }

        Flush();
    }

    /// <summary>Opens a stream; <paramref name="register"/> is told its id before anybody can answer.</summary>
    public void PostStream(int firstId, IReadOnlyDictionary<string, string> headers, Action<int> register)
    {
        lock (_lock)
        {
            var id = _nextId = _nextId == 0 ? firstId : _nextId + 2;
            register(id);

            // After the ids come priority and slot, both 0.
            var block = _headers.Write(headers);
            Enqueue(SpdyFrame.Control(SpdyFrameType.SynStream, 0, [(uint)id, 0], [0, 0, .. block]));
        }

        Flush();
    }

    public void PostReply(int streamId)
    {
        lock (_lock)
        {
            Enqueue(SpdyFrame.Control(SpdyFrameType.SynReply, 0, [(uint)streamId], _headers.Write(new Dictionary<string, string>())));
        }

        Flush();
    }

    /// <summary>Writes one data frame of at most <see cref="LongestData"/> bytes, and all control frames queued before it.</summary>
    public async ValueTask WriteDataAsync(int streamId, ReadOnlyMemory<byte> data, byte flags, CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            await WriteQueueAsync();
            SpdyFrame.WriteDataHeader(_buffer, streamId, data.Length, flags);
            data.CopyTo(_buffer.AsMemory(SpdyFrame.HeaderSize));

            // A frame once begun is written to its end: half a frame would spoil all streams.
            await transport.WriteAsync(_buffer.AsMemory(0, SpdyFrame.HeaderSize + data.Length), closed);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            OnFailure?.Invoke(e);
            throw new IOException("the connection is broken", e);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Writes what is queued.</summary>
    public async Task FlushAsync()
    {
        await _turn.WaitAsync(closed);
        try
        {
            lock (_lock)
            {
                _flushing = false;
            }

            await WriteQueueAsync();
        }
        finally
        {
            _turn.Release();
        }
    }

    private void Enqueue(byte[] frame)
    {
        if (_queue.Count >= LongestQueue)
        {
            throw new InvalidDataException("the other end asks without reading the answers");
        }

        _queue.Enqueue(frame);
    }

    private void Flush()
    {
        lock (_lock)
        {
            if (_flushing)
            {
                return;
            }

            _flushing = true;
        }

        _ = FlushQuietlyAsync();
    }

    private async Task FlushQuietlyAsync()
    {
        try
        {
            await FlushAsync();
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            OnFailure?.Invoke(e);
        }
    }

    private async ValueTask WriteQueueAsync()
    {
        while (true)
        {
            byte[]? frame;
            lock (_lock)
            {
                if (!_queue.TryDequeue(out frame))
                {
                    return;
                }
            }

            await transport.WriteAsync(frame, closed);
        }
    }
}
