using System.Buffers;

namespace Kube.ApiServer.Streaming;

/// <summary>
/// Carries bytes between a client and a backend until the backend has no more to say. Each direction holds one buffer, so whoever writes waits for
/// whoever reads. A client that has no more to say is one half of the end; a connection that breaks ends both directions at once.
/// </summary>
internal static class DuplexRelay
{
    private const int BufferSize = 32 * 1024;

    /// <param name="client">The client's side.</param>
    /// <param name="backend">The backend's side.</param>
    /// <param name="endSending">Tells the backend that the client has no more to say.</param>
    /// <param name="cancel">Ends both directions.</param>
    public static async Task RunAsync(Stream client, Stream backend, Func<Task> endSending, CancellationToken cancel)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var up = ForwardAsync(client, backend, endSending, ended);
        try
        {
            await CopyAsync(backend, client, ended.Token);
        }
        catch (Exception error) when (IsEnd(error))
        {
            // The client has gone, or the backend has.
        }

        await ended.CancelAsync();
        await up;
    }

    private static async Task ForwardAsync(Stream client, Stream backend, Func<Task> endSending, CancellationTokenSource ended)
    {
        try
        {
            await CopyAsync(client, backend, ended.Token);
            await endSending();
        }
        catch (Exception error) when (IsEnd(error))
        {
            await ended.CancelAsync();
        }
    }

    private static async Task CopyAsync(Stream from, Stream to, CancellationToken cancel)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            while (await from.ReadAsync(buffer, cancel) is var read and > 0)
            {
                await to.WriteAsync(buffer.AsMemory(0, read), cancel);
                await to.FlushAsync(cancel);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>The ways in which a connection breaks off.</summary>
    private static bool IsEnd(Exception error) => error is IOException or OperationCanceledException or ObjectDisposedException or InvalidOperationException or System.Net.Sockets.SocketException;
}
