using System.Buffers;
using System.IO.Pipelines;

namespace Kube.Client.Streaming;

/// <summary>
/// One of several byte streams that share a connection. Reading and writing are independent, each by one caller at a time. Reading 0 bytes means
/// that the other end has finished writing; <see cref="CompleteWritesAsync"/> says the same of this end. What has arrived and was not read yet is
/// bounded: the other end has to wait, never memory to grow.
/// </summary>
public abstract class ChannelStream : Stream
{
    private readonly Pipe _incoming;
    private volatile bool _discards;

    private protected ChannelStream(int buffered) =>
        _incoming = new Pipe(new PipeOptions(pauseWriterThreshold: buffered, resumeWriterThreshold: buffered / 2, useSynchronizationContext: false));

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Tells the other end that nothing more will be written; reading goes on. A second call does nothing.</summary>
    public abstract ValueTask CompleteWritesAsync(CancellationToken cancellationToken = default);

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            var result = await _incoming.Reader.ReadAsync(cancellationToken);
            var count = (int)Math.Min(result.Buffer.Length, buffer.Length);
            var taken = result.Buffer.Slice(0, count);
            taken.CopyTo(buffer.Span);
            _incoming.Reader.AdvanceTo(taken.End);
            if (count > 0)
            {
                OnConsumed(count);
                return count;
            }

            ObjectDisposedException.ThrowIf(result.IsCanceled, this);
            if (result.IsCompleted || buffer.Length == 0)
            {
                return 0;
            }
        }
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public abstract override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default);

    /// <summary>Every write is sent at once.</summary>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Not supported: these streams are asynchronous only.</summary>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>Not supported: these streams are asynchronous only.</summary>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>Not supported.</summary>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <summary>Not supported.</summary>
    public override void SetLength(long value) => throw new NotSupportedException();

    // Called by the connection's reader only, one call at a time. Waits while the owner of this end does not read.
    internal async ValueTask ReceiveAsync(ReadOnlySequence<byte> data, CancellationToken ct)
    {
        if (_discards || data.IsEmpty)
        {
            return;
        }

        foreach (var part in data)
        {
            _incoming.Writer.Write(part.Span);
        }

        await _incoming.Writer.FlushAsync(ct);
    }

    // Called by the connection's reader only: the other end has finished, or failed.
    internal void EndReceiving(Exception? error) => _incoming.Writer.Complete(error);

    /// <summary>Nobody will read here any more: what still comes is dropped.</summary>
    private protected void Discard()
    {
        _discards = true;
        _incoming.Writer.CancelPendingFlush();
        _incoming.Reader.CancelPendingRead();
    }

    private protected virtual void OnConsumed(int count)
    {
    }
}
