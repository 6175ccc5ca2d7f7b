using System.Globalization;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.CommandLine;
using Kctl.Streams;

namespace Kctl.Local;

/// <summary><c>kctl open</c>: a Service's address for people, and a tunnel where it has none that this machine reaches.</summary>
internal static class OpenVerb
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(100);

    /// <summary>How long nodes may need to learn of a new service.</summary>
    private static readonly TimeSpan s_news = TimeSpan.FromSeconds(2);

    public static Command Create(Session session)
    {
        var name = new Argument<string>("svc/NAME") { Description = "the service" };
        var url = Flags.Switch("--url", "only print the address, open no browser");
        var port = Flags.Named("--port", "PORT", "which of the service's ports, by number or name; the first if not given");
        var detach = Flags.Switch("--detach", "where a tunnel is needed: in the background ('kctl port-forward --list' shows it)", "-d");
        return new Verb(
            "open", "Prints the address of a service and opens it in the browser, through a tunnel where nodes cannot be reached.",
            "kctl open svc/web", "kctl open svc/web --url", "kctl open svc/web --port=https", "curl $(kctl open svc/web --url -d)")
            .With(name, url, port, detach)
            .Does((parse, ct) => RunAsync(session, parse.GetValue(name)!, parse.GetValue(port), parse.GetValue(detach), new Browser(session, parse.GetValue(url)), ct));
    }

    private static async Task RunAsync(Session session, string word, string? wanted, bool detach, Browser browser, CancellationToken ct)
    {
        var target = await Target.SingleAsync([word], session, "open", ct, defaultType: "services");
        if (target.Type.Kind != "Service")
        {
            throw new CommandException($"{word} is not a service; make one for it: kctl expose {word} --port=80 --type=NodePort, then: kctl open svc/{target.Name}");
        }

        var service = await session.Api.GetAsync(target.Type.ObjectPath(target.NamespaceIn(session), target.Name!), ct);
        var port = ServiceAddress.PortOf(service, wanted);
        var nodes = NodeAddresses.Ready((await NodeAddresses.NodesAsync(session, ct)).Where(n => !NodeAddresses.IsSimulated(n)));
        if (await FirstAsync(session, ServiceAddress.Candidates(service, port, nodes), ct) is var (host, number))
        {
            await browser.OpenAsync(ServiceAddress.Url(port, host, number));
            return;
        }

        await (detach ? BackgroundAsync(session, service, port, browser, ct) : TunnelAsync(session, service, port, browser, ct));
    }

    /// <summary>Goes on until it is interrupted, through another pod when the first is gone.</summary>
    private static async Task TunnelAsync(Session session, JsonObject service, JsonObject port, Browser browser, CancellationToken ct)
    {
        var target = new ForwardTarget(session, $"service/{service.Name()}") { IsPatient = true };
        await using var forwarder = await PortForwarder.StartAsync(
            session, target, [new PortMapping(0, port.Text("port")!)], ListenAddresses.Parse(null), text => Tell(session, text), ct);
        await browser.OpenAsync(ServiceAddress.Url(port, "127.0.0.1", forwarder.LocalPort));
        await session.Error.WriteLineAsync($"This is a tunnel to service {service.Name()}; it lasts until Ctrl-C.");
        await forwarder.WaitAsync(ct);
    }

    private static async Task BackgroundAsync(Session session, JsonObject service, JsonObject port, Browser browser, CancellationToken ct)
    {
        var (background, target, mapping) = (new BackgroundForwards(session), $"service/{service.Name()}", $":{port.Text("port")}");
        if (background.Find(target, mapping) is null)
        {
            await background.StartAsync(target, [mapping], null, session.Error, ct);
        }

        var record = background.Find(target, mapping) ?? throw new CommandException("the tunnel has ended already; without -d it says why");
        await browser.OpenAsync(ServiceAddress.Url(port, "127.0.0.1", LocalPort(record.Ports[0])));
    }

    /// <summary>The port in <c>127.0.0.1:4000 -> 80</c>. Pure.</summary>
    public static int LocalPort(string description)
    {
        var here = description.Split(' ')[0];
        return int.Parse(here[(here.LastIndexOf(':') + 1)..], CultureInfo.InvariantCulture);
    }

    /// <summary>The first that answers; null where none does, even after the moment that nodes need to hear of a new service.</summary>
    private static async Task<(string Host, int Port)?> FirstAsync(Session session, IReadOnlyList<(string Host, int Port)> candidates, CancellationToken ct)
    {
        var time = session.Terminal.Time;
        for (var start = time.GetTimestamp(); candidates.Count > 0; await Task.Delay(s_pause, time, ct))
        {
            foreach (var candidate in candidates)
            {
                if (await AnswersAsync(session, candidate.Host, candidate.Port, ct))
                {
                    return candidate;
                }
            }

            if (time.GetElapsedTime(start) > s_news)
            {
                return null;
            }
        }

        return null;
    }

    private static async Task<bool> AnswersAsync(Session session, string host, int port, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(s_patience, session.Terminal.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ct);
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(host, port, either.Token);
            return true;
        }
        catch (Exception e) when (e is SocketException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return false;
        }
    }

    /// <summary>Connections are many with a browser; only what goes wrong is told.</summary>
    private static void Tell(Session session, string text)
    {
        if (!text.StartsWith("Handling connection", StringComparison.Ordinal))
        {
            session.Error.WriteLine(text);
        }
    }
}
