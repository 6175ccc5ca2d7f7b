using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Kube.Etcd;

/// <summary>HTTP/2 connections to the members, as the options want them.</summary>
internal static class EtcdConnection
{
    /// <summary>Pages of a list arrive without waiting for window updates.</summary>
    private const int StreamWindow = 4 << 20;

    public static HttpMessageInvoker Open(EtcdClientOptions options)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ActivityHeadersPropagator = null,
            ConnectTimeout = options.ConnectTimeout,
            PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
            EnableMultipleHttp2Connections = true,
            InitialHttp2StreamWindowSize = StreamWindow,
            KeepAlivePingDelay = options.KeepAlive,
            KeepAlivePingTimeout = options.KeepAlive / 2,
            KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
        };
        if (options.ClientCertificate is { } certificate)
        {
            handler.SslOptions.ClientCertificates = [certificate];
        }

        if (options.CertificateAuthorities is { } authorities)
        {
            handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
            };
            handler.SslOptions.CertificateChainPolicy.CustomTrustStore.AddRange(authorities);
        }

        handler.SslOptions.ApplicationProtocols = [SslApplicationProtocol.Http2];
        return new HttpMessageInvoker(handler);
    }
}
