using System.Net.WebSockets;

namespace Kube.Client.Streaming;

/// <summary>WebSockets over connections that were upgraded already.</summary>
internal static class WebSockets
{
    // Often enough for those who drop silent connections, and to learn that the other end is gone.
    private static readonly TimeSpan s_keepAlive = TimeSpan.FromSeconds(30);

    // The sub-protocol stays unsaid: it was agreed on before, and .NET takes no name with a slash.
    public static WebSocket Over(Stream transport, StreamRole role) => WebSocket.CreateFromStream(
        transport,
        new WebSocketCreationOptions { IsServer = role == StreamRole.Server, KeepAliveInterval = s_keepAlive });
}
