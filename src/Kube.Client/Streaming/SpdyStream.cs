namespace Kube.Client.Streaming;

/// <summary>One stream of a <see cref="SpdyConnection"/>. Disposing it before both ends have finished resets it.</summary>
public sealed class SpdyStream : ChannelStream
{
    private readonly SpdyConnection _connection;
    private readonly TaskCompletionSource _replied = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _lock = new();
    private int _unannounced;
    private bool _localDone;
    private bool _remoteDone;
    private bool _reset;

    internal SpdyStream(SpdyConnection connection, int id, IReadOnlyDictionary<string, string> headers)
        : base(SpdyConnection.Window + SpdyFrameWriter.LongestData)
    {
        _connection = connection;
        Id = id;
        Headers = headers;
    }

    /// <summary>What the opener said of the stream; names in lower case.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    internal int Id { get; }

    internal SendWindow Window { get; } = new();

    internal Task Replied => _replied.Task;

    /// <inheritdoc/>
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (buffer.Length > 0)
        {
            if (_localDone)
            {
                throw new IOException("the stream was finished");
            }

            var count = await Window.TakeAsync(Math.Min(buffer.Length, SpdyFrameWriter.LongestData), cancellationToken);
            await _connection.WriteAsync(Id, buffer[..count], 0, cancellationToken);
            buffer = buffer[count..];
        }
    }

    /// <inheritdoc/>
    public override async ValueTask CompleteWritesAsync(CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            if (_localDone || _reset)
            {
                return;
            }

            _localDone = true;
        }

        await _connection.WriteAsync(Id, default, SpdyFrame.Fin, cancellationToken);
        RemoveWhenDone();
    }

    /// <summary>The value of a header; empty where it was not sent.</summary>
    public string Header(string name) => Headers.GetValueOrDefault(name, "");

    // The methods below are called by the connection's reader.
    internal void OnReply() => _replied.TrySetResult();

    internal void OnRemoteDone()
    {
        lock (_lock)
        {
            if (_remoteDone)
            {
                return;
            }

            _remoteDone = true;
        }

        EndReceiving(null);
        RemoveWhenDone();
    }

    internal void OnBroken(IOException error)
    {
        lock (_lock)
        {
            _reset = true;
            if (!_remoteDone)
            {
                _remoteDone = true;
                EndReceiving(error);
            }
        }

        Window.Close();
        _replied.TrySetException(error);
        _ = _replied.Task.Exception;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        bool mustReset;
        lock (_lock)
        {
            mustReset = !_reset && !(_localDone && _remoteDone);
            _reset = true;
        }

        Discard();
        Window.Close();
        _connection.Remove(this, mustReset);
        base.Dispose(disposing);
    }

    private protected override void OnConsumed(int count)
    {
        var delta = Interlocked.Add(ref _unannounced, count);
        if (delta < SpdyConnection.Window / 2 || !_connection.PeerHasWindows || _remoteDone)
        {
            return;
        }

        Interlocked.Add(ref _unannounced, -delta);
        _connection.OpenWindow(Id, delta);
    }

    private void RemoveWhenDone()
    {
        bool done;
        lock (_lock)
        {
            done = _localDone && _remoteDone;
        }

        if (done)
        {
            _connection.Remove(this, reset: false);
        }
    }
}
