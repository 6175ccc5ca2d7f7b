using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Kube.Hosting;
using Kube.Kubelet.Credentials;
using Kube.Kubelet.Node;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kube.Kubelet.Server;

/// <summary>Where and with which certificates the kubelet listens.</summary>
internal sealed record ServerSettings(string Address, int Port, string CertificateFile, string KeyFile, string ClientCaFile, ReachEndpoints? Reach = null, HeldCertificate? Held = null);

/// <summary>
/// The kubelet's HTTPS server, which the API server calls: logs, commands and ports of this node's pods, health, metrics. Everything but health asks for a client
/// certificate of the cluster's CA. Without a CA to check against it listens on loopback only.
/// </summary>
internal sealed class KubeletServer(ServerSettings settings, IPodSource nodes, NodeReading reading, ComponentHost host)
{
    private const int SilenceSeconds = 30;
    private static readonly string[] s_open = ["/healthz", "/livez", "/readyz"];

    public async Task RunAsync(CancellationToken ct)
    {
        await using var app = Build();
        try
        {
            await app.StartAsync(ct);
        }
        catch (IOException e)
        {
            throw new StartupException($"cannot listen on port {settings.Port}: {e.Message}", e);
        }

        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, host.Time, ct);
        }
        finally
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1), host.Time);
            await app.StopAsync(patience.Token);
        }
    }

    private WebApplication Build()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(Configure);
        builder.Services.AddRoutingCore();
        builder.Services.Configure<SocketTransportOptions>(sockets => sockets.CreateBoundListenSocket = Listen);
        var app = builder.Build();
        app.Use(AuthorizeAsync);
        app.UseRouting();
        MapHealth(app, "/livez", () => host.Health.Live());
        MapHealth(app, "/healthz", () => host.Health.Live());
        MapHealth(app, "/readyz", () => host.Health.Ready());
        app.MapGet("/metrics", MetricsAsync);
        new PodEndpoints(nodes, host.Time).Map(app);
        new UsageEndpoints(nodes, reading, host.Time).Map(app);
        new CommandEndpoints(nodes, host.Time, host.Loggers.CreateLogger<CommandEndpoints>()).Map(app);
        new PortForwardEndpoint(nodes, host.Loggers.CreateLogger<PortForwardEndpoint>()).Map(app);
        settings.Reach?.Map(app);
        return app;
    }

    // Connections take this over: a client that vanished without a word is found out, and its command ended.
    private static Socket Listen(EndPoint endpoint)
    {
        var socket = SocketTransportOptions.CreateDefaultBoundListenSocket(endpoint);
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, SilenceSeconds);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, SilenceSeconds / 2);
        return socket;
    }

    private void Configure(KestrelServerOptions options)
    {
        options.AddServerHeader = false;
        options.Limits.MinResponseDataRate = null;
        var certificate = LoadCertificate();
        var authorities = LoadAuthorities();
        var address = authorities is null ? IPAddress.Loopback : IPAddress.Parse(settings.Address);
        options.Listen(address, settings.Port, listen => listen.UseHttps(https =>
        {
            https.ServerCertificateSelector = (_, _) => settings.Held?.Current ?? certificate;
            https.ClientCertificateMode = authorities is null ? ClientCertificateMode.NoCertificate : ClientCertificateMode.AllowCertificate;
            https.ClientCertificateValidation = (client, _, _) => authorities is not null && IsTrusted(client, authorities);
        }));
    }

    private X509Certificate2 LoadCertificate()
    {
        if (settings.CertificateFile.Length == 0)
        {
            return SelfSigned.Create(host.Time);
        }

        try
        {
            using var pem = X509Certificate2.CreateFromPemFile(settings.CertificateFile, settings.KeyFile);

            // The TLS stack wants a key that outlives this object.
            return X509CertificateLoader.LoadPkcs12(pem.Export(X509ContentType.Pkcs12), null);
        }
        catch (Exception e) when (e is IOException or System.Security.Cryptography.CryptographicException or UnauthorizedAccessException)
        {
            throw new StartupException($"cannot read the serving certificate: {e.Message}", e);
        }
    }

    private X509Certificate2Collection? LoadAuthorities()
    {
        if (settings.ClientCaFile.Length == 0)
        {
            return null;
        }

        try
        {
            var authorities = new X509Certificate2Collection();
            authorities.ImportFromPemFile(settings.ClientCaFile);
            return authorities;
        }
        catch (Exception e) when (e is IOException or System.Security.Cryptography.CryptographicException or UnauthorizedAccessException)
        {
            throw new StartupException($"cannot read the client CA: {e.Message}", e);
        }
    }

    private static bool IsTrusted(X509Certificate2 client, X509Certificate2Collection authorities)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(client);
    }

    private Task AuthorizeAsync(HttpContext context, RequestDelegate next)
    {
        if (settings.ClientCaFile.Length == 0 || s_open.Contains(context.Request.Path.Value) || IsCluster(context.Connection.ClientCertificate))
        {
            return next(context);
        }

        context.Response.StatusCode = context.Connection.ClientCertificate is null ? StatusCodes.Status401Unauthorized : StatusCodes.Status403Forbidden;
        return context.Response.WriteAsync("Unauthorized");
    }

    // Pods' logs are not for everybody with a certificate: the API server and administrators only.
    private static bool IsCluster(X509Certificate2? client) => client is not null
        && (client.GetNameInfo(X509NameType.SimpleName, false).StartsWith("kube-apiserver", StringComparison.Ordinal)
            || client.Subject.Contains("O=system:masters", StringComparison.Ordinal));

    private static void MapHealth(WebApplication app, string path, Func<HealthReport> check) => app.MapGet(path, (HttpContext context) =>
    {
        var report = check();
        context.Response.StatusCode = report.Healthy ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        return context.Response.WriteAsync(report.Healthy ? "ok" : report.Details);
    });

    private async Task MetricsAsync(HttpContext context)
    {
        context.Response.ContentType = "text/plain; version=0.0.4; charset=utf-8";
        using var text = new StringWriter();
        host.Metrics.WriteTo(text);
        await context.Response.WriteAsync(text.ToString());
    }
}
