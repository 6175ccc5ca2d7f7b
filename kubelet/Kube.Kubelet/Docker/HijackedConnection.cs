using System.Net.Sockets;

namespace Kube.Kubelet.Docker;

/// <summary>A connection to the engine that speaks a container's bytes after its HTTP head; both directions end on their own.</summary>
internal sealed class HijackedConnection(Stream stream, Socket socket, IDisposable http) : IDisposable
{
    public Stream Stream => stream;

    /// <summary>Tells the engine that the container gets no more input.</summary>
    public void CloseWrite()
    {
        try
        {
            socket.Shutdown(SocketShutdown.Send);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The engine has closed the connection already: there is nobody left to tell.
        }
    }

    public void Dispose()
    {
        stream.Dispose();
        socket.Dispose();
        http.Dispose();
    }
}
