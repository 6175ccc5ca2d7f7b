using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Kube.Client.Streaming;
using Kube.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace Kube.Integration.Tests.Streams;

/// <summary>
/// Plays a kubelet whose containers are this machine: commands are its processes, forwarded ports are its own, a container's log is a number of lines
/// that tell whose they are. What it runs has a folder of its own.
/// </summary>
internal sealed class ProcessKubelet : IAsyncDisposable
{
    private readonly string _folder;
    private readonly WebApplication _app;

    private ProcessKubelet(string folder, IssuedCertificate certificate)
    {
        _folder = folder;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(https =>
        {
            https.ServerCertificate = X509Certificate2.CreateFromPem(certificate.CertificatePem, certificate.KeyPem);
            https.ClientCertificateMode = ClientCertificateMode.AllowCertificate;
            https.ClientCertificateValidation = (_, _, _) => true;
        })));
        _app = builder.Build();
        _app.Run(ServeAsync);
    }

    public int Port { get; private set; }

    /// <summary>Listens, with a certificate for the node.</summary>
    public static async Task<ProcessKubelet> StartAsync(string folder, IssuedCertificate certificate)
    {
        var kubelet = new ProcessKubelet(folder, certificate);
        await kubelet._app.StartAsync();
        kubelet.Port = new Uri(kubelet._app.Urls.First()).Port;
        return kubelet;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task ServeAsync(HttpContext http) => http.Request.Path.Value!.Split('/') switch
    {
        ["", "exec", _, _, _] => CommandAsync(http, http.Request.Query["command"].Select(c => c!).ToArray()),
        ["", "attach", _, _, var container] => CommandAsync(http, ["sh", "-c", $"echo attached to {container}; cat"]),
        ["", "portForward", _, _] => ForwardAsync(http),
        ["", "containerLogs", _, var pod, var container] => LogAsync(http, pod, container),
        _ => http.Response.WriteAsync($"{http.Request.Method} {http.Request.Path}{http.Request.QueryString}"),
    };

    private static async Task LogAsync(HttpContext http, string pod, string container)
    {
        var lines = int.TryParse(http.Request.Query["tailLines"], out var tail) ? Math.Min(tail, 3) : 3;
        for (var i = 4 - lines; i <= 3; i++)
        {
            await http.Response.WriteAsync($"{pod} {container} {i}{http.Request.QueryString}\n");
        }
    }

    private async Task CommandAsync(HttpContext http, string[] command)
    {
        bool Asked(string name) => http.Request.Query[name] == "1";
        var options = new CommandOptions { Stdin = Asked("input"), Stdout = Asked("output"), Stderr = Asked("error"), Tty = Asked("tty") };
        var (stream, offer, protocol) = await UpgradeAsync(http, StreamProtocols.SpdyCommands, StreamProtocols.WebSocketCommands);
        await using var session = await CommandSession.AcceptAsync(stream, offer, protocol, options, http.RequestAborted);
        try
        {
            using var process = Process.Start(new ProcessStartInfo(command[0], command[1..])
            {
                WorkingDirectory = _folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            })!;
            using var end = session.Gone.Register(() => process.Kill(entireProcessTree: true));
            var input = FeedAsync(session.Stdin, process.StandardInput);
            await Task.WhenAll(
                process.StandardOutput.BaseStream.CopyToAsync(session.Stdout ?? Stream.Null),
                process.StandardError.BaseStream.CopyToAsync(session.Stderr ?? Stream.Null));
            await process.WaitForExitAsync();
            await session.FinishAsync(CommandStatus.Exited(process.ExitCode), http.RequestAborted);
            _ = input;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            await session.FinishAsync(CommandStatus.Failed($"exec: \"{command[0]}\": {e.Message}"), http.RequestAborted);
        }
        catch (IOException)
        {
            // The client has gone.
        }
    }

    private static async Task FeedAsync(Stream? from, StreamWriter to)
    {
        try
        {
            await (from?.CopyToAsync(to.BaseStream) ?? Task.CompletedTask);
            to.Close();
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The command has ended.
        }
    }

    private static async Task ForwardAsync(HttpContext http)
    {
        var (stream, offer, protocol) = await UpgradeAsync(http, [StreamProtocols.PortForward], StreamProtocols.WebSocketPortForwards);
        await using var session = PortForwardSession.Accept(stream, offer, protocol, []);
        var open = new List<Task>();
        try
        {
            await foreach (var connection in session.ConnectionsAsync(http.RequestAborted))
            {
                open.Add(CarryAsync(connection));
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // The client has gone.
        }

        await Task.WhenAll(open);
    }

    private static async Task CarryAsync(ForwardedConnection connection)
    {
        await using var ours = connection;
        try
        {
            using var socket = new TcpClient();
            await socket.ConnectAsync(IPAddress.Loopback, connection.Port);
            var up = UpAsync(connection.Data, socket);
            await socket.GetStream().CopyToAsync(connection.Data);
            await connection.Data.CompleteWritesAsync();
            await up;
        }
        catch (SocketException e)
        {
            await connection.Error.WriteAsync(System.Text.Encoding.UTF8.GetBytes(e.Message));
            await connection.Data.CompleteWritesAsync();
        }
        catch (IOException)
        {
            // One end has gone.
        }

        await connection.Error.CompleteWritesAsync();
    }

    private static async Task UpAsync(Stream from, TcpClient to)
    {
        await from.CopyToAsync(to.GetStream());
        to.Client.Shutdown(SocketShutdown.Send);
    }

    private static async Task<(Stream Stream, UpgradeOffer Offer, string Protocol)> UpgradeAsync(HttpContext http, IReadOnlyList<string> spdy, IReadOnlyList<string> sockets)
    {
        var headers = http.Request.Headers;
        var offer = new UpgradeOffer(headers.Upgrade, headers.SecWebSocketKey, headers.SecWebSocketProtocol, headers[StreamProtocols.VersionHeader]);
        var protocol = offer.Choose(offer.IsSpdy ? spdy : sockets, StreamProtocols.V1) ?? throw new InvalidOperationException("no common protocol");
        foreach (var (name, value) in offer.Answer(protocol))
        {
            http.Response.Headers[name] = value;
        }

        return (await http.Features.GetRequiredFeature<IHttpUpgradeFeature>().UpgradeAsync(), offer, protocol);
    }
}
