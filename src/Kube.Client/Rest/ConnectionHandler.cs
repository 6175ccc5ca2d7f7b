using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Kube.Client;

/// <summary>Makes the connection pool: TLS with the cluster's CA alone, our client certificate, HTTP/2 with pings.</summary>
internal static class ConnectionHandler
{
    private static readonly TimeSpan s_connectionLife = TimeSpan.FromMinutes(5);

    public static SocketsHttpHandler Create(ClientConfig config)
    {
        return new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ConnectTimeout = TimeSpan.FromSeconds(5),

            // One connection carries about 100 streams; informers hold one each, so a busy process needs more than one.
            EnableMultipleHttp2Connections = true,

            // A server that vanished without a word is noticed within 15 s while requests (watches) are open.
            KeepAlivePingDelay = TimeSpan.FromSeconds(10),
            KeepAlivePingTimeout = TimeSpan.FromSeconds(5),
            KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
            PooledConnectionIdleTimeout = TimeSpan.FromMinutes(2),
            PooledConnectionLifetime = config.RenewedCertificate is null ? Timeout.InfiniteTimeSpan : s_connectionLife,
            SslOptions = Tls(config),
        };
    }

    /// <summary>How the server must prove who it is, and how we do.</summary>
    public static SslClientAuthenticationOptions Tls(ClientConfig config)
    {
        var options = new SslClientAuthenticationOptions { TargetHost = config.TlsServerName ?? config.Server.IdnHost };
        if (config.RenewedCertificate is { } newest)
        {
            options.LocalCertificateSelectionCallback = (_, _, _, _, _) => newest();
        }
        else if (config.ClientCertificate is { } certificate)
        {
            options.ClientCertificateContext = SslStreamCertificateContext.Create(certificate, additionalCertificates: null, offline: true);
        }

        if (config.InsecureSkipTlsVerify)
        {
#pragma warning disable CA5359 // The user asked for it by name.
            options.RemoteCertificateValidationCallback = (_, _, _, _) => true;
#pragma warning restore CA5359
        }
        else if (config.CertificateAuthorities is { } authorities)
        {
            var policy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
                DisableCertificateDownloads = true,
            };
            policy.CustomTrustStore.AddRange(authorities);
            options.CertificateChainPolicy = policy;
        }

        return options;
    }
}
