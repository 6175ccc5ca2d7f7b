using System.Net;
using System.Net.Sockets;

namespace Kube.Testing;

/// <summary>
/// Ports for servers that are told where to listen before they do. They lie below those the kernel gives to outgoing connections and below node
/// ports: a port from that range, free when asked for, is taken by any connection made in the meantime.
/// </summary>
public static class FreePort
{
    private const int First = 20000;
    private const int Count = 10000;
    private static int s_last = Environment.ProcessId * 41;

    /// <summary>A port on loopback that nobody listens on, each time another.</summary>
    public static int Next()
    {
        while (true)
        {
            var port = First + (int)((uint)Interlocked.Increment(ref s_last) % Count);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody else's; the next one.
            }
        }
    }

    /// <summary>A loopback address that nobody listens on.</summary>
    public static Uri NextUrl() => new($"http://127.0.0.1:{Next()}");
}
