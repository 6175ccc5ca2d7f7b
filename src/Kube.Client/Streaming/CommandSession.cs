using Kube.Api.Meta.V1;

namespace Kube.Client.Streaming;

/// <summary>The server's end of a remote command: its streams, and the word on how it ended.</summary>
public sealed class CommandSession : IAsyncDisposable
{
    private readonly CommandChannels _channels;

    private CommandSession(CommandChannels channels) => _channels = channels;

    /// <summary>What the client sends; null where it sends nothing. Ends when the client has no more.</summary>
    public Stream? Stdin => _channels.Stdin;

    /// <summary>Where output goes; null where it is not wanted.</summary>
    public Stream? Stdout => _channels.Stdout;

    /// <summary>Where the second output goes; null where it is not wanted, or on a terminal.</summary>
    public Stream? Stderr => _channels.Stderr;

    /// <summary>Cancelled when the client has gone.</summary>
    public CancellationToken Gone => _channels.Closed;

    /// <summary>Takes over an upgraded connection. Over SPDY the client then opens its streams, which is waited for.</summary>
    public static async Task<CommandSession> AcceptAsync(
        Stream transport, UpgradeOffer offer, string protocol, CommandOptions options, CancellationToken ct)
    {
        if (!offer.IsWebSocket)
        {
            return new CommandSession(await AcceptSpdyAsync(transport, protocol, options, ct));
        }

        var channels = CommandChannels.OverWebSocket(transport, StreamRole.Server, protocol, options);
        if (channels.Stdout is not null)
        {
            await channels.Stdout.WriteAsync(ReadOnlyMemory<byte>.Empty, ct);
        }

        return new CommandSession(channels);
    }

    /// <summary>The sizes the client's terminal takes, until the client goes; none without a terminal.</summary>
    public async IAsyncEnumerable<TerminalSize> SizesAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        if (_channels.Resize is not { } resize)
        {
            yield break;
        }

        await foreach (var size in TerminalSize.ReadAllAsync(resize, ct))
        {
            yield return size;
        }
    }

    /// <summary>Says how the command ended, finishes all streams, and waits for the client to hang up, as long as <paramref name="ct"/> allows.</summary>
    public async Task FinishAsync(Status status, CancellationToken ct)
    {
        // Input that still comes is dropped: it must not keep the client's last words, or its good-bye, from being read.
        _channels.Stdin?.Dispose();
        try
        {
            await _channels.Error.WriteAsync(CommandStatus.ToMessage(status, _channels.Protocol), ct);
            foreach (var stream in new[] { _channels.Stdout, _channels.Stderr, _channels.Error })
            {
                await (stream?.CompleteWritesAsync(ct) ?? ValueTask.CompletedTask);
            }

            await _channels.Close(ct);
            await HungUpAsync(ct);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // The client has gone without waiting for the end.
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _channels.DisposeAsync();

    private async Task HungUpAsync(CancellationToken ct)
    {
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = Gone.Register(gone.SetResult);
        await gone.Task.WaitAsync(ct);
    }

    private static async Task<CommandChannels> AcceptSpdyAsync(Stream transport, string protocol, CommandOptions options, CancellationToken ct)
    {
        var connection = SpdyConnection.Start(transport, StreamRole.Server);
        try
        {
            var expected = CommandChannels.Names(options, protocol).ToHashSet();
            var streams = new Dictionary<string, SpdyStream>();
            while (streams.Count < expected.Count)
            {
                var stream = await connection.Incoming.ReadAsync(ct);
                var name = stream.Header(StreamProtocols.StreamType);
                if (!expected.Contains(name) || !streams.TryAdd(name, stream))
                {
                    throw new InvalidDataException($"a stream of type \"{name}\" was not expected");
                }
            }

            return CommandChannels.OverSpdy(connection, streams, protocol);
        }
        catch (Exception e)
        {
            await connection.DisposeAsync();
            throw e is System.Threading.Channels.ChannelClosedException ? new IOException("the client went before it had opened its streams", e) : e;
        }
    }
}
