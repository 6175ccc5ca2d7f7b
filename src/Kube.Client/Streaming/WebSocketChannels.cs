using System.Buffers;
using System.Net.WebSockets;
using System.Text;

namespace Kube.Client.Streaming;

/// <summary>
/// Kubernetes' channels over one WebSocket: each message begins with the number of its channel (or, in the text form, its digit before base64).
/// Channels have no windows: one that nobody reads makes the whole connection wait in the end.
/// </summary>
internal sealed class WebSocketChannels : IAsyncDisposable
{
    private const int Buffered = 256 * 1024;
    private const int LongestMessage = 32 * 1024;

    // The message that says "this channel ends": version 5 only.
    private const byte CloseSignal = 255;
    private readonly WebSocket _socket;
    private readonly StreamRole _role;
    private readonly string _protocol;
    private readonly CancellationTokenSource _closed = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Channel[] _channels;
    private readonly byte[] _outgoing = new byte[1 + LongestMessage];
    private readonly Task _reading;

    public WebSocketChannels(WebSocket socket, StreamRole role, string protocol, int channels)
    {
        (_socket, _role, _protocol) = (socket, role, protocol);
        Closed = _closed.Token;
        _channels = [.. Enumerable.Range(0, channels).Select(i => new Channel(this, (byte)i))];
        _reading = ReadAsync();
    }

    public CancellationToken Closed { get; }

    public ChannelStream this[int channel] => _channels[channel];

    /// <summary>Says good-bye; the other end may still be sending, which is read and dropped.</summary>
    public async Task CloseAsync(CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, ct);
        }
        catch (Exception e) when (e is WebSocketException or IOException or ObjectDisposedException)
        {
            // It has closed already.
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _closed.CancelAsync();
        _socket.Abort();
        _socket.Dispose();
        await _reading;
    }

    private async Task ReadAsync()
    {
        IOException? error = null;
        var buffer = ArrayPool<byte>.Shared.Rent(2 * LongestMessage);
        try
        {
            while (await ReadMessageAsync(buffer))
            {
            }
        }
        catch (Exception e) when (e is WebSocketException or IOException or OperationCanceledException or ObjectDisposedException or FormatException)
        {
            error = new IOException($"the connection has ended: {e.Message}", e);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            await _closed.CancelAsync();
            foreach (var channel in _channels)
            {
                channel.End(error);
            }
        }
    }

    // A long message comes in parts; only the first has the channel's number.
    private async Task<bool> ReadMessageAsync(byte[] buffer)
    {
        var channel = -1;
        while (true)
        {
            var result = await _socket.ReceiveAsync(buffer.AsMemory(), Closed);
            if (result.MessageType == WebSocketMessageType.Close)
            {
                return false;
            }

            var data = buffer.AsMemory(0, result.Count);
            if (channel < 0 && data.Length > 0)
            {
                channel = StreamProtocols.IsText(_protocol) ? data.Span[0] - '0' : data.Span[0];
                data = data[1..];
            }

            await DeliverAsync(channel, data);
            if (result.EndOfMessage)
            {
                return true;
            }
        }
    }

    private async ValueTask DeliverAsync(int channel, Memory<byte> data)
    {
        if (channel == CloseSignal && _protocol == StreamProtocols.V5)
        {
            Find(data.IsEmpty ? -1 : data.Span[0])?.End(null);
        }
        else if (Find(channel) is { } target)
        {
            var bytes = StreamProtocols.IsText(_protocol) ? Convert.FromBase64String(Encoding.ASCII.GetString(data.Span)) : data;
            await target.ReceiveAsync(new ReadOnlySequence<byte>(bytes), Closed);
        }
    }

    private Channel? Find(int channel) => channel >= 0 && channel < _channels.Length ? _channels[channel] : null;

    private async Task SendAsync(byte channel, ReadOnlyMemory<byte> data, CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            var (type, message) = StreamProtocols.IsText(_protocol)
                ? (WebSocketMessageType.Text, Encoding.ASCII.GetBytes((char)('0' + channel) + Convert.ToBase64String(data.Span)))
                : (WebSocketMessageType.Binary, Compose(channel, data.Span));
            await _socket.SendAsync(message, type, endOfMessage: true, Closed);
        }
        catch (Exception e) when (e is WebSocketException or ObjectDisposedException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            throw new IOException("the connection has ended", e);
        }
        finally
        {
            _turn.Release();
        }
    }

    private ReadOnlyMemory<byte> Compose(byte channel, ReadOnlySpan<byte> data)
    {
        _outgoing[0] = channel;
        data.CopyTo(_outgoing.AsSpan(1));
        return _outgoing.AsMemory(0, 1 + data.Length);
    }

    private sealed class Channel(WebSocketChannels owner, byte number) : ChannelStream(Buffered)
    {
        private bool _ended;

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            // An empty message is sent too: to some clients the sign that the connection stands.
            do
            {
                var count = Math.Min(buffer.Length, LongestMessage);
                await owner.SendAsync(number, buffer[..count], cancellationToken);
                buffer = buffer[count..];
            }
            while (buffer.Length > 0);
        }

        // Servers end all their channels at once, by closing the connection.
        public override async ValueTask CompleteWritesAsync(CancellationToken cancellationToken = default)
        {
            if (owner._protocol == StreamProtocols.V5 && owner._role == StreamRole.Client)
            {
                await owner.SendAsync(CloseSignal, new[] { number }, cancellationToken);
            }
        }

        public void End(IOException? error)
        {
            if (!_ended)
            {
                _ended = true;
                EndReceiving(error);
            }
        }

        protected override void Dispose(bool disposing)
        {
            Discard();
            base.Dispose(disposing);
        }
    }
}
