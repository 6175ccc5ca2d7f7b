using System.Net;
using System.Net.Sockets;
using Kctl.App;
using Kctl.CommandLine;

namespace Kctl.Proxying;

/// <summary><c>kctl proxy</c>.</summary>
internal static class ProxyVerb
{
    private const int DefaultPort = 8001;

    public static Command Create(Session session)
    {
        var port = Flags.Number("--port", "the port to listen on, 8001 if not given; 0 for any that is free", "-p");
        var address = Flags.Named("--address", "ADDRESS", "the address to listen on; 127.0.0.1 if not given");
        var socket = Flags.Named("--unix-socket", "FILE", "listen on this socket instead", "-u");
        var prefix = Flags.Named("--api-prefix", "PATH", "serve the API below this path; / if not given");
        var www = Flags.Named("--www", "DIR", "serve the files of this folder too", "-w");
        var wwwPrefix = Flags.Named("--www-prefix", "PATH", "serve the files below this path; /static/ if not given", "-P");
        var hosts = Flags.Named("--accept-hosts", "REGEX,...", $"Host headers to accept; {RequestFilter.LocalHosts} if not given");
        var paths = Flags.Named("--accept-paths", "REGEX,...", "paths to accept; all if not given");
        var rejectPaths = Flags.Named("--reject-paths", "REGEX,...", $"paths to refuse; {RequestFilter.NoCommands} if not given");
        var rejectMethods = Flags.Named("--reject-methods", "REGEX,...", "methods to refuse; none if not given");
        var noFilter = Flags.Switch("--disable-filter", "accept everything from everybody who gets here; dangerous");
        return new Verb(
            "proxy", "Serves the cluster's API on this machine, with your credentials, to programs that have none.",
            "kctl proxy", "kctl proxy --port=8011 --www=./site", "kctl proxy --port=0 --api-prefix=/k8s-api", "kctl proxy --unix-socket=/tmp/kube.sock")
            .With(port, address, socket, prefix, www, wwwPrefix, hosts, paths, rejectPaths, rejectMethods, noFilter)
            .Does(async (parse, ct) =>
            {
                var settings = new ProxySettings(
                    Slashed(parse.GetValue(prefix) ?? "/"),
                    parse.GetValue(noFilter) ? RequestFilter.None : new RequestFilter
                    {
                        Hosts = RequestFilter.Parse(parse.GetValue(hosts) ?? RequestFilter.LocalHosts, "--accept-hosts"),
                        Paths = RequestFilter.Parse(parse.GetValue(paths) ?? "^.*", "--accept-paths"),
                        RejectedPaths = RequestFilter.Parse(parse.GetValue(rejectPaths) ?? RequestFilter.NoCommands, "--reject-paths"),
                        RejectedMethods = RequestFilter.Parse(parse.GetValue(rejectMethods) ?? "^$", "--reject-methods"),
                    },
                    parse.GetValue(www) is { } folder ? new StaticFiles(folder, Slashed(parse.GetValue(wwwPrefix) ?? "/static/")) : null);
                EndPoint place = parse.GetValue(socket) is { } file ? new UnixDomainSocketEndPoint(file)
                    : IPAddress.TryParse(parse.GetValue(address) ?? "127.0.0.1", out var ip) ? new IPEndPoint(ip, parse.GetValue(port) ?? DefaultPort)
                    : throw new CommandException($"--address \"{parse.GetValue(address)}\" is no address");
                await ServeAsync(session, place, settings, ct);
            });
    }

    private static async Task ServeAsync(Session session, EndPoint place, ProxySettings settings, CancellationToken ct)
    {
        using var listener = new Socket(place.AddressFamily, SocketType.Stream, place is IPEndPoint ? ProtocolType.Tcp : ProtocolType.Unspecified);
        try
        {
            listener.Bind(place);
        }
        catch (SocketException e)
        {
            throw new CommandException($"cannot listen on {place}: {e.Message}", e);
        }

        listener.Listen();
        try
        {
            await session.Out.WriteLineAsync($"Starting to serve on {listener.LocalEndPoint}");
            await session.Out.FlushAsync(ct);
            while (true)
            {
                _ = CarryAsync(session, await listener.AcceptAsync(ct), settings, ct);
            }
        }
        finally
        {
            if (place is UnixDomainSocketEndPoint)
            {
                File.Delete(place.ToString()!);
            }
        }
    }

    private static async Task CarryAsync(Session session, Socket client, ProxySettings settings, CancellationToken ct)
    {
        using var stream = new NetworkStream(client, ownsSocket: true);
        try
        {
            await new ProxyConnection(stream, session.Api.Streaming, settings).RunAsync(ct);
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or HttpRequestException)
        {
            // The client has gone, the server broke off, or the proxy ends.
        }
    }

    private static string Slashed(string path) => $"/{path.Trim('/')}/".Replace("//", "/");
}
