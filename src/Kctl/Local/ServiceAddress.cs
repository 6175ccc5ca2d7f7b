using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.Services;

namespace Kctl.Local;

/// <summary>Where a port of a Service may be reached from outside the cluster. Pure.</summary>
internal static class ServiceAddress
{
    private const int SecurePort = 443;

    /// <summary>The port that is meant: by number or name, or the first one that browsers can speak to.</summary>
    public static JsonObject PortOf(JsonObject service, string? wanted)
    {
        var ports = service.Objects("spec", "ports").Where(p => p.Text("protocol") is null or "TCP").ToList();
        var all = string.Join(", ", ports.Select(p => p.Text("name") is { Length: > 0 } name ? $"{p.Text("port")} ({name})" : p.Text("port")));
        return wanted is null
            ? ports.Count > 0 ? ports[0] : throw new CommandException($"service {service.Name()} has no TCP port to open")
            : ports.FirstOrDefault(p => p.Text("port") == wanted || p.Text("name") == wanted || p.Text("nodePort") == wanted)
                ?? throw new CommandException($"service {service.Name()} has no TCP port {wanted}; it has: {all}");
    }

    /// <summary>The hosts and ports to try, the best first: a load balancer, node ports, published ports, on each node.</summary>
    public static IReadOnlyList<(string Host, int Port)> Candidates(JsonObject service, JsonObject port, IReadOnlyList<string> nodes)
    {
        var number = (int)(port.Number("port") ?? 0);
        var outside = service.Objects("status", "loadBalancer", "ingress").Select(i => i.Text("ip") ?? i.Text("hostname")).OfType<string>().Concat(service.Texts("spec", "externalIPs"));
        IEnumerable<int> ports =
        [
            .. port.Number("nodePort") is > 0 and var nodePort ? new[] { (int)nodePort } : [],
            .. PublishedText.Mesh(service).Where(p => p.Target == number && p.Protocol == "TCP").Select(p => p.Published).OfType<int>(),
        ];
        return [.. outside.Select(host => (host, number)), .. ports.SelectMany(p => nodes.Select(node => (node, p)))];
    }

    /// <summary>The address to type into a browser.</summary>
    public static string Url(JsonObject port, string host, int number)
    {
        var secure = port.Number("port") == SecurePort || IsSecure(port.Text("name")) || IsSecure(port.Text("appProtocol"));
        return new UriBuilder(secure ? Uri.UriSchemeHttps : Uri.UriSchemeHttp, host, number).Uri.GetLeftPart(UriPartial.Authority);
    }

    private static bool IsSecure(string? name) => name is not null && (name == "https" || name.StartsWith("https-", StringComparison.Ordinal) || name.EndsWith("-https", StringComparison.Ordinal));
}
