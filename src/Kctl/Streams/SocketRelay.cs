using System.Net.Sockets;
using Kube.Client.Streaming;

namespace Kctl.Streams;

/// <summary>Carries bytes between a socket of this machine and a stream of the server, each direction to its own end.</summary>
internal static class SocketRelay
{
    private const int BufferSize = 32 * 1024;

    public static async Task RunAsync(Socket socket, NetworkStream local, ChannelStream remote, CancellationToken ct)
    {
        using var broken = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var up = DirectAsync(local, remote, () => remote.CompleteWritesAsync(broken.Token), broken);
        var down = DirectAsync(remote, local, () => EndSending(socket), broken);
        await down;

        // Nothing more will come: what the client still says would go nowhere.
        await broken.CancelAsync();
        await up;
    }

    private static async Task DirectAsync(Stream from, Stream to, Func<ValueTask> end, CancellationTokenSource broken)
    {
        try
        {
            var buffer = new byte[BufferSize];
            while (await from.ReadAsync(buffer, broken.Token) is var read and > 0)
            {
                await to.WriteAsync(buffer.AsMemory(0, read), broken.Token);
            }

            await end();
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException or SocketException)
        {
            await broken.CancelAsync();
        }
    }

    private static ValueTask EndSending(Socket socket)
    {
        socket.Shutdown(SocketShutdown.Send);
        return ValueTask.CompletedTask;
    }
}
