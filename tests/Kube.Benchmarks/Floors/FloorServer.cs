using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Kube.Benchmarks.Floors;

/// <summary>
/// The least an HTTP server in .NET can do: hands out bytes it was given. A process of its own, as the API server is, with the same web server and
/// the same kind of certificate, so that what differs is only our work.
/// </summary>
internal static class FloorServer
{
    private const int FlushAt = 64 << 10;
    private static readonly ConcurrentDictionary<string, byte[]> s_bodies = new(StringComparer.Ordinal);

    /// <summary>Serves until the process is ended.</summary>
    public static async Task<int> RunAsync(int port, string certificate, string key)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        using var pem = X509Certificate2.CreateFromPemFile(certificate, key);
        var identity = X509CertificateLoader.LoadPkcs12(pem.Export(X509ContentType.Pkcs12), null);
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.Http2.MaxStreamsPerConnection = 1000;
            kestrel.Listen(IPAddress.Loopback, port, listen =>
            {
                listen.Protocols = HttpProtocols.Http1AndHttp2;
                listen.UseHttps(identity);
            });
        });
        await using var app = builder.Build();
        app.Run(HandleAsync);
        await app.RunAsync();
        return 0;
    }

    private static async Task HandleAsync(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "/";
        if (HttpMethods.IsPut(http.Request.Method))
        {
            using var read = new MemoryStream();
            await http.Request.Body.CopyToAsync(read, http.RequestAborted);
            s_bodies[path] = read.ToArray();
            return;
        }

        if (!s_bodies.TryGetValue(path, out var body))
        {
            http.Response.StatusCode = path == "/" ? 200 : 404;
            return;
        }

        http.Response.ContentType = "application/json";
        if (!http.Request.Query.TryGetValue("count", out var count))
        {
            http.Response.ContentLength = body.Length;
            await http.Response.BodyWriter.WriteAsync(body, http.RequestAborted);
            return;
        }

        var writer = http.Response.BodyWriter;
        for (var (left, held) = (long.Parse(count!), 0); left > 0; left--)
        {
            body.CopyTo(writer.GetSpan(body.Length));
            writer.Advance(body.Length);
            held += body.Length;
            if (held >= FlushAt)
            {
                await writer.FlushAsync(http.RequestAborted);
                held = 0;
            }
        }

        await writer.FlushAsync(http.RequestAborted);
    }
}
