using System.Net.Security;
using System.Net.Sockets;

namespace Kube.Client;

/// <summary>Connects on the thread it is called on: the TLS handshake too, so that it is not left to the connection pool, which would wait for it in the background.</summary>
internal sealed class BlockingConnect(Uri server, SslClientAuthenticationOptions tls)
{
    public ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            // Closing the socket is what ends a blocked call.
            using var stop = ct.UnsafeRegister(static s => ((Socket)s!).Dispose(), socket);
            socket.Connect(context.DnsEndPoint);
            var network = new NetworkStream(socket, ownsSocket: true);
            return ValueTask.FromResult<Stream>(server.Scheme == Uri.UriSchemeHttps ? Secure(network) : network);
        }
        catch (Exception e)
        {
            socket.Dispose();
            return ValueTask.FromException<Stream>(ct.IsCancellationRequested ? new OperationCanceledException(e.Message, e, ct) : e);
        }
    }

    private SslStream Secure(NetworkStream network)
    {
        var secure = new SslStream(network);
        secure.AuthenticateAsClient(tls);
        return secure;
    }
}
