using System.Net.Http.Headers;
using Kube.Api.Meta.V1;

namespace Kube.Client.Streaming;

/// <summary>
/// The client's end of a remote command, or of an attachment to a running container. Read <see cref="Stdout"/> and <see cref="Stderr"/> to their
/// ends, then ask for the <see cref="ResultAsync"/>; disposing hangs up, which ends the command.
/// </summary>
public sealed class RemoteCommand : IAsyncDisposable
{
    private const int LongestStatus = 64 * 1024;
    private readonly CommandChannels _channels;

    internal RemoteCommand(CommandChannels channels) => _channels = channels;

    /// <summary>Where input is written; complete its writes when there is no more. Null where none was asked for.</summary>
    public ChannelStream? Stdin => _channels.Stdin;

    /// <summary>Output; null where it was not asked for.</summary>
    public Stream? Stdout => _channels.Stdout;

    /// <summary>The second output; null where it was not asked for, or on a terminal.</summary>
    public Stream? Stderr => _channels.Stderr;

    /// <summary>Cancelled when the connection has ended.</summary>
    public CancellationToken Closed => _channels.Closed;

    /// <summary>The protocol both ends agreed on, one of <see cref="StreamProtocols"/>.</summary>
    public string Protocol => _channels.Protocol;

    /// <summary>
    /// Starts a command. <paramref name="path"/> is that of the subresource, query included. WebSocket first; SPDY with servers that cannot do it.
    /// Refusals of the server are <see cref="ApiException"/>.
    /// </summary>
    public static async Task<RemoteCommand> StartAsync(KubeClient client, string path, CommandOptions options, CancellationToken ct = default)
    {
        var socket = await client.UpgradeAsync(UpgradeRequest.WebSocket(path, [StreamProtocols.V5, StreamProtocols.V4]), ct);
        if (socket is { Protocol: { } protocol } && (protocol == StreamProtocols.V5 || !options.Stdin || options.Tty))
        {
            return new RemoteCommand(CommandChannels.OverWebSocket(socket.Stream, StreamRole.Client, protocol, options));
        }

        // Version 4 over WebSocket cannot say that input has ended.
        await (socket?.Stream.DisposeAsync() ?? ValueTask.CompletedTask);
        return await StartOverSpdyAsync(client, path, options, ct);
    }

    /// <summary>Starts a command over SPDY, which servers before Kubernetes 1.29 need for input that ends.</summary>
    public static async Task<RemoteCommand> StartOverSpdyAsync(KubeClient client, string path, CommandOptions options, CancellationToken ct = default)
    {
        var spdy = await client.UpgradeAsync(UpgradeRequest.Spdy(path, StreamProtocols.SpdyCommands), ct)
            ?? throw new HttpRequestException("the server speaks neither WebSocket nor SPDY here");
        return await OverSpdyAsync(spdy.Stream, spdy.Protocol ?? StreamProtocols.V1, options, ct);
    }

    /// <summary>Speaks over a connection that was upgraded to SPDY already.</summary>
    internal static async Task<RemoteCommand> OverSpdyAsync(Stream transport, string protocol, CommandOptions options, CancellationToken ct)
    {
        var connection = SpdyConnection.Start(transport, StreamRole.Client);
        try
        {
            var streams = new Dictionary<string, SpdyStream>();
            foreach (var name in CommandChannels.Names(options, protocol))
            {
                streams[name] = await connection.OpenAsync(new Dictionary<string, string> { [StreamProtocols.StreamType] = name }, ct);
            }

            return new RemoteCommand(CommandChannels.OverSpdy(connection, streams, protocol));
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Tells the command the size of its terminal.</summary>
    public async Task ResizeAsync(TerminalSize size, CancellationToken ct = default)
    {
        if (_channels.Resize is { } resize)
        {
            await resize.WriteAsync(size.ToMessage(), ct);
        }
    }

    /// <summary>Waits for the word on how the command ended; see <see cref="CommandStatus.ExitCode"/>. A broken connection is an <see cref="IOException"/>.</summary>
    public async Task<Status> ResultAsync(CancellationToken ct = default)
    {
        using var message = new MemoryStream();
        var buffer = new byte[4096];
        while (message.Length < LongestStatus && await _channels.Error.ReadAsync(buffer, ct) is var read and > 0)
        {
            message.Write(buffer.AsSpan(0, read));
        }

        return CommandStatus.FromMessage(message.GetBuffer().AsSpan(0, (int)message.Length), _channels.Protocol);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _channels.DisposeAsync();
}
