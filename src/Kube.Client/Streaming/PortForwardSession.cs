using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Kube.Client.Streaming;

/// <summary>The server's end of port forwarding: the connections a client asks for, by any of the protocols.</summary>
public sealed class PortForwardSession : IAsyncDisposable
{
    private readonly SpdyConnection? _spdy;
    private readonly WebSocketChannels? _channels;
    private readonly IReadOnlyList<int> _ports;

    private PortForwardSession(SpdyConnection? spdy, WebSocketChannels? channels, IReadOnlyList<int> ports) =>
        (_spdy, _channels, _ports) = (spdy, channels, ports);

    /// <summary>Cancelled when the client has gone.</summary>
    public CancellationToken Gone => _spdy?.Closed ?? _channels!.Closed;

    /// <summary>Takes over an upgraded connection. The oldest form names its ports in the request: one connection to each.</summary>
    public static PortForwardSession Accept(Stream transport, UpgradeOffer offer, string protocol, IReadOnlyList<int> ports)
    {
        if (!offer.IsWebSocket)
        {
            return new PortForwardSession(SpdyConnection.Start(transport, StreamRole.Server), null, ports);
        }

        var socket = WebSockets.Over(transport, StreamRole.Server);
        return protocol == StreamProtocols.PortForwardTunnel
            ? new PortForwardSession(SpdyConnection.Start(new WebSocketTransport(socket), StreamRole.Server), null, ports)
            : new PortForwardSession(null, new WebSocketChannels(socket, StreamRole.Server, protocol, 2 * ports.Count), ports);
    }

    /// <summary>The connections the client asks for, until it goes.</summary>
    public IAsyncEnumerable<ForwardedConnection> ConnectionsAsync(CancellationToken ct) =>
        _spdy is not null ? PairsAsync(_spdy, ct) : FixedAsync(_channels!, ct);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _spdy?.DisposeAsync() ?? _channels!.DisposeAsync();

    private static async IAsyncEnumerable<ForwardedConnection> PairsAsync(SpdyConnection spdy, [EnumeratorCancellation] CancellationToken ct)
    {
        var waiting = new Dictionary<string, SpdyStream>();
        await foreach (var stream in spdy.Incoming.ReadAllAsync(ct))
        {
            if (PortOf(stream) is not { } port)
            {
                await stream.DisposeAsync();
                continue;
            }

            var id = RequestOf(stream);
            if (!waiting.Remove(id, out var other))
            {
                waiting[id] = stream;
                continue;
            }

            var (data, error) = TypeOf(stream) == StreamProtocols.DataStream ? (stream, other) : (other, stream);
            if (TypeOf(data) == TypeOf(error))
            {
                await data.DisposeAsync();
                await error.DisposeAsync();
                continue;
            }

            yield return new ForwardedConnection(port, data, error);
        }
    }

    // The first message on each channel is the port, so that clients know which is which.
    private async IAsyncEnumerable<ForwardedConnection> FixedAsync(WebSocketChannels channels, [EnumeratorCancellation] CancellationToken ct)
    {
        for (var i = 0; i < _ports.Count; i++)
        {
            var number = new byte[2];
            BinaryPrimitives.WriteUInt16LittleEndian(number, (ushort)_ports[i]);
            var connection = new ForwardedConnection(_ports[i], channels[2 * i], channels[(2 * i) + 1]);
            await connection.Data.WriteAsync(number, ct);
            await connection.Error.WriteAsync(number, ct);
            yield return connection;
        }
    }

    private static string TypeOf(SpdyStream stream) => stream.Header(StreamProtocols.StreamType);

    private static int? PortOf(SpdyStream stream) =>
        TypeOf(stream) is StreamProtocols.DataStream or StreamProtocols.ErrorStream
        && int.TryParse(stream.Header(StreamProtocols.PortHeader), NumberStyles.None, CultureInfo.InvariantCulture, out var port)
        && port is > 0 and <= ushort.MaxValue ? port : null;

    // Clients of old sent no id: there the data stream is the one opened after its error stream.
    private static string RequestOf(SpdyStream stream) =>
        stream.Header(StreamProtocols.RequestIdHeader) is { Length: > 0 } id ? id
        : $"stream {(TypeOf(stream) == StreamProtocols.ErrorStream ? stream.Id : stream.Id - 2)}";
}
