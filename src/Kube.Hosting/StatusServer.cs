using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kube.Hosting;

/// <summary>Serves /livez, /readyz, /healthz, /metrics and the pages of <see cref="ComponentHost.Pages"/>. Details of the checks are shown with <c>?verbose</c> and when one fails.</summary>
internal sealed class StatusServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private StatusServer(WebApplication app) => _app = app;

    public static async Task<StatusServer?> StartAsync(ComponentHost host, ComponentFlags flags, CancellationToken ct)
    {
        if (flags.Port!.Value == 0)
        {
            return null;
        }

        var address = IPAddress.Parse(flags.BindAddress!);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton(host.Loggers);
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(address, flags.Port, listen =>
            {
                if (Certificate(flags) is { } certificate)
                {
                    listen.UseHttps(certificate);
                }
            });
        });
        var app = builder.Build();
        app.Run(context => AnswerAsync(host, context));
        try
        {
            await app.StartAsync(ct);
        }
        catch (IOException e)
        {
            await app.DisposeAsync();
            throw new StartupException($"cannot listen on {address}:{flags.Port.Value}: {(e.InnerException ?? e).Message}", e);
        }

        return new StatusServer(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static X509Certificate2? Certificate(ComponentFlags flags)
    {
        if (flags.CertFile!.Value.Length == 0)
        {
            return null;
        }

        try
        {
            return X509Certificate2.CreateFromPemFile(flags.CertFile, flags.KeyFile is { Value.Length: > 0 } key ? key.Value : null);
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"cannot use the certificate {flags.CertFile.Value}: {e.Message}", e);
        }
    }

    private static Task AnswerAsync(ComponentHost host, HttpContext context) => context.Request.Path.Value switch
    {
        "/livez" or "/healthz" => AnswerAsync(context, host.Health.Live()),
        "/readyz" => AnswerAsync(context, host.Health.Ready()),
        "/metrics" => MetricsAsync(host, context),
        var path => PageAsync(host, context, path ?? ""),
    };

    private static Task PageAsync(ComponentHost host, HttpContext context, string path)
    {
        var parts = path.Split('/', 3);
        var body = parts is [_, var page, var rest] && host.Pages.TryGetValue(page, out var answer) ? answer(rest) : null;
        if (body is null)
        {
            return AnswerAsync(context, 404, "not found\n");
        }

        context.Response.ContentType = "application/json";
        return context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }

    private static Task AnswerAsync(HttpContext context, HealthReport report) => AnswerAsync(
        context,
        report.Healthy ? 200 : 500,
        report.Healthy && !context.Request.Query.ContainsKey("verbose") ? "ok" : report.Details);

    private static Task MetricsAsync(ComponentHost host, HttpContext context)
    {
        using var text = new StringWriter();
        host.Metrics.WriteTo(text);
        return AnswerAsync(context, 200, text.ToString(), "text/plain; version=0.0.4; charset=utf-8");
    }

    private static Task AnswerAsync(HttpContext context, int code, string text, string type = "text/plain; charset=utf-8")
    {
        context.Response.StatusCode = code;
        context.Response.ContentType = type;
        return context.Response.WriteAsync(text);
    }

    /// <summary>Signals are the component's business, not the web server's.</summary>
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
