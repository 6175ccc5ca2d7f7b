using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kube.ApiServer.Startup;

/// <summary>Kestrel with TLS, HTTP/1.1 and HTTP/2, and nothing else of ASP.NET Core on the way of a request.</summary>
internal static class HttpsServer
{
    private const int StreamsPerConnection = 1000;

    /// <summary>The bytes a request may have before its body.</summary>
    private const int HeadLimit = 1 << 20;
    private static readonly TimeSpan s_silence = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_idle = TimeSpan.FromMinutes(3);

    public static WebApplication Build(ApiServerOptions options, X509Certificate2 certificate, RequestDelegate handler)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = typeof(HttpsServer).Assembly.GetName().Name });
        builder.Services.AddSingleton(options.Loggers);
        builder.Services.Configure<SocketTransportOptions>(sockets => sockets.CreateBoundListenSocket = Listen);
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.ResponseHeaderEncodingSelector = static _ => Encoding.UTF8; // Warnings show what clients sent.

            // Selectors may be long; so much of a request's head every server of Kubernetes takes.
            kestrel.Limits.MaxRequestLineSize = HeadLimit;
            kestrel.Limits.MaxRequestHeadersTotalSize = HeadLimit;
            kestrel.Limits.MaxRequestBufferSize = HeadLimit;
            kestrel.Limits.Http2.MaxRequestHeaderFieldSize = HeadLimit;
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Limits.KeepAliveTimeout = s_idle;
            kestrel.Limits.Http2.MaxStreamsPerConnection = StreamsPerConnection;
            kestrel.Listen(options.BindAddress, options.SecurePort, listen =>
            {
                listen.Protocols = HttpProtocols.Http1AndHttp2;
                listen.UseHttps(https =>
                {
                    https.ServerCertificate = certificate;
                    https.ClientCertificateMode = ClientCertificateMode.AllowCertificate;

                    // Judged per request, so that a wrong certificate is answered with a 401 that says so.
                    https.ClientCertificateValidation = (_, _, _) => true;
                });
            });
        });
        var app = builder.Build();
        app.Run(handler);
        return app;
    }

    /// <summary>A client that vanished without a word is found out after a while, so that a stream it left open ends.</summary>
    private static Socket Listen(EndPoint endpoint)
    {
        var socket = SocketTransportOptions.CreateDefaultBoundListenSocket(endpoint);
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, (int)s_silence.TotalSeconds);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, (int)s_silence.TotalSeconds / 2);
        return socket;
    }

    /// <summary>The port that was taken.</summary>
    public static int PortOf(WebApplication app) =>
        new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
}
