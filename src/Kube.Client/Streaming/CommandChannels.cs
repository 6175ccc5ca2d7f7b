namespace Kube.Client.Streaming;

/// <summary>The streams of one remote command, whatever carries them.</summary>
internal sealed class CommandChannels : IAsyncDisposable
{
    private const int Stdio = 5;

    public required string Protocol { get; init; }

    public required CancellationToken Closed { get; init; }

    public required ChannelStream Error { get; init; }

    public ChannelStream? Stdin { get; init; }

    public ChannelStream? Stdout { get; init; }

    public ChannelStream? Stderr { get; init; }

    public ChannelStream? Resize { get; init; }

    /// <summary>Ends an orderly conversation, after the last stream was finished.</summary>
    public required Func<CancellationToken, Task> Close { get; init; }

    public required Func<ValueTask> Dispose { get; init; }

    public ValueTask DisposeAsync() => Dispose();

    public static CommandChannels OverWebSocket(Stream transport, StreamRole role, string protocol, CommandOptions options)
    {
        var channels = new WebSocketChannels(WebSockets.Over(transport, role), role, protocol, Stdio);
        return new CommandChannels
        {
            Protocol = protocol,
            Closed = channels.Closed,
            Stdin = options.Stdin ? channels[0] : null,
            Stdout = options.Stdout ? channels[1] : null,
            Stderr = options.Stderr && !options.Tty ? channels[2] : null,
            Error = channels[3],
            Resize = options.Tty ? channels[4] : null,
            Close = channels.CloseAsync,
            Dispose = channels.DisposeAsync,
        };
    }

    /// <summary>The names of the streams a command has over SPDY, in the order Kubernetes' clients open them.</summary>
    public static IReadOnlyList<string> Names(CommandOptions options, string protocol)
    {
        var names = new List<string> { StreamProtocols.ErrorStream };
        Add(StreamProtocols.StdinStream, options.Stdin);
        Add(StreamProtocols.StdoutStream, options.Stdout);
        Add(StreamProtocols.StderrStream, options.Stderr && !options.Tty);
        Add(StreamProtocols.ResizeStream, options.Tty && protocol is (StreamProtocols.V4 or StreamProtocols.V3));
        return names;

        void Add(string name, bool wanted)
        {
            if (wanted)
            {
                names.Add(name);
            }
        }
    }

    public static CommandChannels OverSpdy(SpdyConnection connection, IReadOnlyDictionary<string, SpdyStream> streams, string protocol) => new()
    {
        Protocol = protocol,
        Closed = connection.Closed,
        Stdin = streams.GetValueOrDefault(StreamProtocols.StdinStream),
        Stdout = streams.GetValueOrDefault(StreamProtocols.StdoutStream),
        Stderr = streams.GetValueOrDefault(StreamProtocols.StderrStream),
        Error = streams[StreamProtocols.ErrorStream],
        Resize = streams.GetValueOrDefault(StreamProtocols.ResizeStream),
        Close = _ => Task.CompletedTask,
        Dispose = connection.DisposeAsync,
    };
}
