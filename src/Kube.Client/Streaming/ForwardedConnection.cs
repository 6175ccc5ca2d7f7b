namespace Kube.Client.Streaming;

/// <summary>One connection to a port of a pod: its bytes, and a stream for the server's word on what went wrong.</summary>
/// <param name="Port">The port in the pod.</param>
/// <param name="Data">The bytes, both ways; each end finishes for itself.</param>
/// <param name="Error">Written by the server only: text when something went wrong, else just its end.</param>
public sealed record ForwardedConnection(int Port, ChannelStream Data, ChannelStream Error) : IAsyncDisposable
{
    private const int LongestError = 64 * 1024;

    /// <summary>The client's question what went wrong: null where nothing did. Waits for the end of the connection.</summary>
    public async Task<string?> ErrorAsync(CancellationToken ct = default)
    {
        using var message = new MemoryStream();
        var buffer = new byte[4096];
        while (message.Length < LongestError && await Error.ReadAsync(buffer, ct) is var read and > 0)
        {
            message.Write(buffer.AsSpan(0, read));
        }

        return message.Length == 0 ? null : System.Text.Encoding.UTF8.GetString(message.GetBuffer(), 0, (int)message.Length);
    }

    /// <summary>Gives up what is still open.</summary>
    public async ValueTask DisposeAsync()
    {
        await Data.DisposeAsync();
        await Error.DisposeAsync();
    }
}
