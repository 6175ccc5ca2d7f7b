using System.Globalization;
using Kube.Api.Core.V1;
using Microsoft.Extensions.Logging;

namespace Kube.Proxy.Services;

/// <summary>
/// Ports a Service is published on by the annotation <see cref="Annotation"/>: like node ports, on every address of every node, but any port.
/// <c>8080:80/tcp,53:53/udp</c> leads port 8080 of the nodes to the Service's port 80. A port that a process of the machine listens on stays
/// that process's, so that nobody takes the API server's port or ssh's by annotating a Service.
/// </summary>
internal sealed class PublishedPorts(Func<IReadOnlySet<(Protocol Protocol, int Port)>> listening, ILogger logger)
{
    public const string Annotation = "kube.local/publish";

    private readonly HashSet<(ServicePortName Name, int Port)> _refused = [];

    /// <summary>The machine's ports that lead to a port of a Service. Pure. What cannot be read is left out.</summary>
    public static IReadOnlyList<int> Of(Service service, Protocol protocol, int port)
    {
        if (service.Metadata?.Annotations?.GetValueOrDefault(Annotation) is not { Length: > 0 } text)
        {
            return [];
        }

        return [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(Parse).Where(p => p is { } found && found.Protocol == protocol && found.Target == port).Select(p => p!.Value.Published).Distinct()];
    }

    /// <summary>The entries without the ports that belong to processes of the machine.</summary>
    public IReadOnlyList<ServiceEntry> Allow(IReadOnlyList<ServiceEntry> entries)
    {
        if (!entries.Any(e => e.Published.Count > 0))
        {
            return entries;
        }

        var taken = listening();
        return [.. entries.Select(e => e.Published.Count == 0 ? e : e with { Published = [.. e.Published.Where(p => IsFree(e.Name, p, taken))] })];
    }

    private bool IsFree(ServicePortName name, int port, IReadOnlySet<(Protocol, int)> taken)
    {
        if (!taken.Contains((name.Protocol, port)))
        {
            _refused.Remove((name, port));
            return true;
        }

        if (_refused.Add((name, port)))
        {
            logger.PortTaken(port, name.ToString());
        }

        return false;
    }

    private static (int Published, int Target, Protocol Protocol)? Parse(string text)
    {
        var slash = text.IndexOf('/');
        var protocol = slash < 0 ? Protocol.Tcp : text[(slash + 1)..].ToLowerInvariant() switch { "udp" => Protocol.Udp, "sctp" => Protocol.Sctp, _ => Protocol.Tcp };
        return (slash < 0 ? text : text[..slash]).Split(':') is [var published, var target] && Number(published) is { } from && Number(target) is { } to ? (from, to, protocol) : null;
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 65535 ? number : null;
}
