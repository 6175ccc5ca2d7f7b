using System.Buffers;
using System.Collections.Concurrent;
using System.IO.Pipelines;
using System.Threading.Channels;

namespace Kube.Client.Streaming;

/// <summary>
/// SPDY/3.1 as Kubernetes' clients speak it: many byte streams over one connection, each with a few headers. Either end opens streams; an opened one
/// is answered at once. Per-stream windows are announced and kept with a peer that announces its own (ours does); Go's does neither, so there a stream
/// nobody reads makes the whole connection wait in the end.
/// </summary>
public sealed class SpdyConnection : IAsyncDisposable
{
    /// <summary>How much a stream takes before its reader has read anything.</summary>
    internal const int Window = 512 * 1024;

    private const int MostStreams = 2000;
    private const int LongestControlFrame = 64 * 1024;
    private readonly Stream _transport;
    private readonly StreamRole _role;
    private readonly CancellationTokenSource _closed = new();
    private readonly ConcurrentDictionary<int, SpdyStream> _streams = new();
    private readonly Channel<SpdyStream> _opened = Channel.CreateUnbounded<SpdyStream>(new() { SingleReader = true, SingleWriter = true });
    private readonly SpdyHeaderReader _headers = new();
    private readonly SpdyFrameWriter _writer;
    private readonly Task _reading;
    private volatile int _peerWindow = -1;
    private int _lastPeerId;

    private SpdyConnection(Stream transport, StreamRole role)
    {
        (_transport, _role) = (transport, role);
        Closed = _closed.Token;
        _writer = new SpdyFrameWriter(transport, Closed) { OnFailure = _ => _closed.Cancel() };
        _writer.Post(SpdyFrame.Settings(Window));
        _reading = ReadAsync();
    }

    /// <summary>Streams the other end opens; completes when the connection ends.</summary>
    public ChannelReader<SpdyStream> Incoming => _opened.Reader;

    /// <summary>Cancelled when the connection has ended, whoever ended it.</summary>
    public CancellationToken Closed { get; }

    internal bool PeerHasWindows => _peerWindow >= 0;

    /// <summary>Begins to speak over an established connection, which it owns from here on.</summary>
    public static SpdyConnection Start(Stream transport, StreamRole role) => new(transport, role);

    /// <summary>Opens a stream and waits for it to be taken.</summary>
    public async Task<SpdyStream> OpenAsync(IReadOnlyDictionary<string, string> headers, CancellationToken ct = default)
    {
        SpdyStream? stream = null;
        _writer.PostStream(_role == StreamRole.Client ? 1 : 2, headers, id =>
        {
            stream = new SpdyStream(this, id, headers);
            Add(stream);
        });
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, Closed);
        try
        {
            await stream!.Replied.WaitAsync(either.Token);
            return stream;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new IOException("the connection has ended");
        }
    }

    /// <summary>Ends the connection at once; streams that are open fail. What was written before has been sent.</summary>
    public async ValueTask DisposeAsync()
    {
        await _closed.CancelAsync();
        await _transport.DisposeAsync();
        await _reading;
        _headers.Dispose();
    }

    internal async ValueTask WriteAsync(int streamId, ReadOnlyMemory<byte> data, byte flags, CancellationToken ct)
    {
        try
        {
            await _writer.WriteDataAsync(streamId, data, flags, ct);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new IOException("the connection has ended");
        }
    }

    internal void OpenWindow(int streamId, int delta) => Post(SpdyFrame.WindowUpdate(streamId, delta));

    internal void Remove(SpdyStream stream, bool reset)
    {
        if (_streams.TryRemove(stream.Id, out _) && reset)
        {
            Post(SpdyFrame.Reset(stream.Id, SpdyReset.Cancel));
        }
    }

    private void Post(byte[] frame)
    {
        if (!Closed.IsCancellationRequested)
        {
            _writer.Post(frame);
        }
    }

    private void Add(SpdyStream stream)
    {
        _streams[stream.Id] = stream;
        if (_peerWindow is var window and >= 0)
        {
            stream.Window.Limit(window);
        }
    }

    private async Task ReadAsync()
    {
        var reader = PipeReader.Create(_transport, new StreamPipeReaderOptions(bufferSize: 64 * 1024, leaveOpen: true));
        var error = new IOException("the connection has ended");
        try
        {
            while (await ReadFrameAsync(reader))
            {
            }
        }
        catch (Exception e) when (e is IOException or InvalidDataException or OperationCanceledException or ObjectDisposedException)
        {
            error = new IOException($"the connection has ended: {e.Message}", e);
        }
        finally
        {
            await reader.CompleteAsync();
            await _closed.CancelAsync();
            _opened.Writer.TryComplete();
            foreach (var stream in _streams.Values)
            {
                stream.OnBroken(error);
            }
        }
    }

    private async ValueTask<bool> ReadFrameAsync(PipeReader reader)
    {
        var result = await reader.ReadAtLeastAsync(SpdyFrame.HeaderSize, Closed);
        if (result.Buffer.Length < SpdyFrame.HeaderSize)
        {
            return false;
        }

        var frame = Header(result.Buffer);
        reader.AdvanceTo(result.Buffer.GetPosition(SpdyFrame.HeaderSize));
        if (!frame.IsControl)
        {
            return await ReadDataAsync(reader, frame);
        }

        if (frame.Length > LongestControlFrame)
        {
            throw new InvalidDataException($"a control frame of {frame.Length} bytes");
        }

        result = await reader.ReadAtLeastAsync(frame.Length, Closed);
        if (result.Buffer.Length < frame.Length)
        {
            return false;
        }

        var payload = result.Buffer.Slice(0, frame.Length);
        OnControl(frame, payload);
        reader.AdvanceTo(payload.End);
        return true;
    }

    private static SpdyFrame Header(ReadOnlySequence<byte> buffer)
    {
        Span<byte> bytes = stackalloc byte[SpdyFrame.HeaderSize];
        buffer.Slice(0, SpdyFrame.HeaderSize).CopyTo(bytes);
        return SpdyFrame.ReadHeader(bytes);
    }

    private async ValueTask<bool> ReadDataAsync(PipeReader reader, SpdyFrame frame)
    {
        var stream = _streams.GetValueOrDefault(frame.StreamId);
        long left = frame.Length;
        while (left > 0)
        {
            var result = await reader.ReadAsync(Closed);
            if (result.Buffer.IsEmpty && result.IsCompleted)
            {
                return false;
            }

            var part = result.Buffer.Slice(0, Math.Min(left, result.Buffer.Length));
            left -= part.Length;
            if (stream is not null)
            {
                await stream.ReceiveAsync(part, Closed);
            }

            reader.AdvanceTo(part.End);
        }

        if (frame.IsLast)
        {
            stream?.OnRemoteDone();
        }

        return true;
    }

    private void OnControl(SpdyFrame frame, ReadOnlySequence<byte> sequence)
    {
        var payload = sequence.IsSingleSegment ? sequence.FirstSpan : sequence.ToArray();
        switch (frame.Type)
        {
            case SpdyFrameType.SynStream:
                OnOpen(frame, SpdyFrame.Number(payload, 0), _headers.Read(sequence.Slice(Math.Min(10, sequence.Length))));
                break;
            case SpdyFrameType.SynReply:
                OnReply(frame, SpdyFrame.Number(payload, 0), sequence.Slice(4));
                break;
            case SpdyFrameType.Headers:
                _ = _headers.Read(sequence.Slice(Math.Min(4, sequence.Length)));
                FinishIfLast(frame, SpdyFrame.Number(payload, 0));
                break;
            case SpdyFrameType.RstStream:
                OnReset(SpdyFrame.Number(payload, 0));
                break;
            case SpdyFrameType.Settings:
                OnSettings(payload);
                break;
            case SpdyFrameType.Ping:
                OnPing(SpdyFrame.Number(payload, 0));
                break;
            case SpdyFrameType.WindowUpdate:
                Find(SpdyFrame.Number(payload, 0))?.Window.Open(SpdyFrame.Number(payload, 4));
                break;
            default:
                // GOAWAY needs no answer: who sends it closes the connection soon. What is unknown is to be ignored.
                break;
        }
    }

    private void OnOpen(SpdyFrame frame, int id, IReadOnlyDictionary<string, string> headers)
    {
        var theirs = (id & 1) == (_role == StreamRole.Server ? 1 : 0);
        if (!theirs || id <= _lastPeerId)
        {
            Post(SpdyFrame.Reset(id, SpdyReset.ProtocolError));
            return;
        }

        _lastPeerId = id;
        if (_streams.Count >= MostStreams)
        {
            Post(SpdyFrame.Reset(id, SpdyReset.RefusedStream));
            return;
        }

        var stream = new SpdyStream(this, id, headers);
        Add(stream);
        _writer.PostReply(id);
        if (frame.IsLast)
        {
            stream.OnRemoteDone();
        }

        _opened.Writer.TryWrite(stream);
    }

    private void OnReply(SpdyFrame frame, int id, ReadOnlySequence<byte> headers)
    {
        // The block must be read even where nobody cares: the next one builds on it.
        _ = _headers.Read(headers);
        Find(id)?.OnReply();
        FinishIfLast(frame, id);
    }

    private void FinishIfLast(SpdyFrame frame, int id)
    {
        if (frame.IsLast)
        {
            Find(id)?.OnRemoteDone();
        }
    }

    private void OnReset(int id)
    {
        if (_streams.TryRemove(id, out var stream))
        {
            stream.OnBroken(new IOException("the other end has reset the stream"));
        }
    }

    private void OnSettings(ReadOnlySpan<byte> payload)
    {
        var count = SpdyFrame.Number(payload, 0);
        for (var i = 0; i < count; i++)
        {
            // The highest byte of the name are flags.
            var name = SpdyFrame.Number(payload, 4 + (8 * i)) & 0xFF_FFFF;
            if (name != SpdyFrame.InitialWindowSetting)
            {
                continue;
            }

            _peerWindow = SpdyFrame.Number(payload, 8 + (8 * i));
            foreach (var stream in _streams.Values)
            {
                stream.Window.Limit(_peerWindow);
            }
        }
    }

    // Ids of a client's pings are odd: those of the other end are to be sent back.
    private void OnPing(int id)
    {
        if ((id & 1) == (_role == StreamRole.Server ? 1 : 0))
        {
            Post(SpdyFrame.Ping((uint)id));
        }
    }

    private SpdyStream? Find(int id) => _streams.GetValueOrDefault(id);
}
