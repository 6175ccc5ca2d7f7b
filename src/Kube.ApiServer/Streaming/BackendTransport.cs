using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Http;

namespace Kube.ApiServer.Streaming;

/// <summary>
/// Connections to one sort of backend, over HTTP/1.1. Ordinary requests share a pool; a request that is to be upgraded has a connection of its own,
/// whose sending side can be ended while the other goes on.
/// </summary>
/// <param name="tls">What is shown to the other end and asked of it, for a connection of its own each.</param>
internal sealed class BackendTransport(Func<SslClientAuthenticationOptions> tls) : IDisposable
{
    private static readonly TimeSpan s_connectTimeout = TimeSpan.FromSeconds(5);

    /// <summary>Silence after which the other end is asked whether it is still there, and how long until it counts as gone.</summary>
    private const int KeepAliveSeconds = 30;
    private const int KeepAliveProbes = 4;
    private readonly HttpMessageInvoker _pool = new(NewHandler(tls()));

    /// <summary>Connections that believe whoever answers.</summary>
    public static BackendTransport Trusting(X509CertificateCollection shown) => new(() => new SslClientAuthenticationOptions
    {
#pragma warning disable CA5359 // As in Kubernetes: there is no authority to ask about what runs in pods, and kubelets are so believed where the client says so.
        RemoteCertificateValidationCallback = (_, _, _, _) => true,
#pragma warning restore CA5359
        ClientCertificates = shown,
    });

    /// <summary>Sends a request; the answer's body is read as it comes.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel) => ReachAsync(_pool, request, cancel);

    /// <summary>Sends a request that asks for another protocol, and keeps the connection where that is granted.</summary>
    public async Task<UpgradedConnection> UpgradeAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        Stream? connection = null;
        var address = request.RequestUri!;
        var handler = NewHandler(tls());
        handler.ConnectCallback = async (context, connecting) => connection = await OpenAsync(context.DnsEndPoint, address.Scheme == Uri.UriSchemeHttps ? NameOf(request) : null, connecting);

        // TLS is made above, so that there is a hand on the stream: to the handler all connections are plain.
        request.Headers.Host ??= address.Authority;
        request.RequestUri = Backend.At(Uri.UriSchemeHttp, address.IdnHost, address.Port, address.PathAndQuery);
        var invoker = new HttpMessageInvoker(handler);
        try
        {
            var response = await ReachAsync(invoker, request, cancel);
            return new UpgradedConnection(response, connection!, invoker);
        }
        catch
        {
            invoker.Dispose();
            throw;
        }
    }

    public void Dispose() => _pool.Dispose();

    private static SocketsHttpHandler NewHandler(SslClientAuthenticationOptions tls) => new()
    {
        ConnectTimeout = s_connectTimeout,
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        SslOptions = tls,
        ActivityHeadersPropagator = null,
    };

    private static async Task<HttpResponseMessage> ReachAsync(HttpMessageInvoker http, HttpRequestMessage request, CancellationToken cancel)
    {
        try
        {
            return await http.SendAsync(request, cancel);
        }
        catch (Exception error) when (error is HttpRequestException or IOException || (error is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            throw new BackendException((error.InnerException ?? error).Message, error);
        }
    }

    private async ValueTask<Stream> OpenAsync(DnsEndPoint to, string? tlsName, CancellationToken cancel)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            KeepAlive(socket);
            await socket.ConnectAsync(to, cancel);
            var plain = new NetworkStream(socket, ownsSocket: true);
            return tlsName is null ? plain : await SecureAsync(plain, tlsName, cancel);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task<SslStream> SecureAsync(NetworkStream plain, string name, CancellationToken cancel)
    {
        var options = tls();
        options.TargetHost = name;
        options.ApplicationProtocols = [SslApplicationProtocol.Http11];
        var secure = new SslStream(plain);
        await secure.AuthenticateAsClientAsync(options, cancel);
        return secure;
    }

    private static void KeepAlive(Socket socket)
    {
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, KeepAliveSeconds);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, KeepAliveSeconds / KeepAliveProbes);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, KeepAliveProbes);
    }

    private static string NameOf(HttpRequestMessage request) => request.Headers.Host is { } host && HostString.FromUriComponent(host).Host is { Length: > 0 } name ? name : request.RequestUri!.Host;
}
