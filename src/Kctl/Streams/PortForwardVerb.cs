using Kctl.App;
using Kctl.CommandLine;

namespace Kctl.Streams;

/// <summary><c>kctl port-forward</c>.</summary>
internal static class PortForwardVerb
{
    public static Command Create(Session session)
    {
        var words = Flags.Words("POD | TYPE/NAME [LOCAL:]REMOTE", "the pod, or a deployment or service of which a pod is taken, and the ports: 4000:80, :80 (any free port here), 5000");
        var address = Flags.Named("--address", "ADDRESS,...", "addresses of this machine to listen on; localhost if not given");
        var detach = Flags.Switch("--detach", "in the background, following the pod when it is replaced", "-d");
        var list = Flags.Switch("--list", "show what is forwarded in the background");
        var stop = Flags.Named("--stop", "NAME|all", "end what is forwarded in the background");
        var inBackground = new Option<string?>("--in-background") { Description = "this is the process in the background", Hidden = true };
        return new Verb(
            "port-forward", "Makes ports of a pod reachable on this machine.",
            "kctl port-forward pod/web-1 8080", "kctl port-forward service/wordpress 4000:80", "kctl port-forward deployment/web :80 8443:https",
            "kctl port-forward -d service/wordpress 4000:80", "kctl port-forward --list", "kctl port-forward --stop all")
            .With(words, address, detach, list, stop, inBackground)
            .Does(async (parse, ct) =>
            {
                var background = new BackgroundForwards(session);
                if (parse.GetValue(list))
                {
                    background.List();
                    return;
                }

                if (parse.GetValue(stop) is { } name)
                {
                    await background.StopAsync(name, ct);
                    return;
                }

                if (parse.GetValue(words) is not [var target, _, ..] all)
                {
                    throw new CommandException("TYPE/NAME and list of ports are required for port-forward");
                }

                var addresses = ListenAddresses.Parse(parse.GetValue(address));
                IReadOnlyList<PortMapping> mappings = [.. all.Skip(1).Select(PortMapping.Parse)];
                if (parse.GetValue(detach))
                {
                    await background.StartAsync(target, all[1..], parse.GetValue(address), session.Out, ct);
                }
                else if (parse.GetValue(inBackground) is { } named)
                {
                    await background.RunAsync(named, target, mappings, addresses, ct);
                }
                else
                {
                    await RunAsync(session, new ForwardTarget(session, target), mappings, addresses, ct);
                }
            });
    }

    private static async Task RunAsync(Session session, ForwardTarget target, IReadOnlyList<PortMapping> mappings, IReadOnlyList<System.Net.IPAddress> addresses, CancellationToken ct)
    {
        await using var forwarder = await PortForwarder.StartAsync(session, target, mappings, addresses, text => Say(session, text), ct);
        foreach (var line in forwarder.Descriptions)
        {
            await session.Out.WriteLineAsync($"Forwarding from {line}");
        }

        await session.Out.FlushAsync(ct);
        await forwarder.WaitAsync(ct);
    }

    private static void Say(Session session, string text)
    {
        lock (session.Out)
        {
            session.Out.WriteLine(text);
            session.Out.Flush();
        }
    }
}
