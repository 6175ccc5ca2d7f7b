using System.Globalization;

namespace Kube.Client.Streaming;

/// <summary>The client's end of port forwarding to one pod: any number of connections at a time over one to the API server.</summary>
public sealed class PortForward : IAsyncDisposable
{
    private readonly SpdyConnection _connection;
    private int _requests;

    internal PortForward(SpdyConnection connection) => _connection = connection;

    /// <summary>Cancelled when the connection has ended.</summary>
    public CancellationToken Closed => _connection.Closed;

    /// <summary>
    /// Connects. <paramref name="path"/> is that of the pod's portforward subresource. SPDY inside a WebSocket first; plain SPDY with servers that cannot do it.
    /// Refusals of the server are <see cref="ApiException"/>.
    /// </summary>
    public static async Task<PortForward> ConnectAsync(KubeClient client, string path, CancellationToken ct = default)
    {
        if (await client.UpgradeAsync(UpgradeRequest.WebSocket(path, [StreamProtocols.PortForwardTunnel]), ct) is { } socket)
        {
            if (socket.Protocol == StreamProtocols.PortForwardTunnel)
            {
                var tunnel = new WebSocketTransport(WebSockets.Over(socket.Stream, StreamRole.Client));
                return new PortForward(SpdyConnection.Start(tunnel, StreamRole.Client));
            }

            await socket.Stream.DisposeAsync();
        }

        return await ConnectOverSpdyAsync(client, path, ct);
    }

    /// <summary>Connects over plain SPDY, which servers before Kubernetes 1.31 need.</summary>
    public static async Task<PortForward> ConnectOverSpdyAsync(KubeClient client, string path, CancellationToken ct = default)
    {
        var spdy = await client.UpgradeAsync(UpgradeRequest.Spdy(path, [StreamProtocols.PortForward]), ct)
            ?? throw new HttpRequestException("the server speaks neither WebSocket nor SPDY here");
        return new PortForward(SpdyConnection.Start(spdy.Stream, StreamRole.Client));
    }

    /// <summary>Opens a connection to a port of the pod. Whether anything listens there is told by <see cref="ForwardedConnection.ErrorAsync"/>.</summary>
    public async Task<ForwardedConnection> OpenAsync(int port, CancellationToken ct = default)
    {
        var id = Interlocked.Increment(ref _requests) - 1;
        var error = await _connection.OpenAsync(Headers(StreamProtocols.ErrorStream, port, id), ct);
        await error.CompleteWritesAsync(ct);
        var data = await _connection.OpenAsync(Headers(StreamProtocols.DataStream, port, id), ct);
        return new ForwardedConnection(port, data, error);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private static Dictionary<string, string> Headers(string type, int port, int id) => new()
    {
        [StreamProtocols.StreamType] = type,
        [StreamProtocols.PortHeader] = port.ToString(CultureInfo.InvariantCulture),
        [StreamProtocols.RequestIdHeader] = id.ToString(CultureInfo.InvariantCulture),
    };
}
