using System.Globalization;
using System.Text.Json.Nodes;
using Kctl.Api;

namespace Kctl.Services;

/// <summary>The ports a Service is published on, read off it. Pure.</summary>
internal static class PublishedText
{
    /// <summary>Ports of the routing mesh and node ports.</summary>
    public static IReadOnlyList<PublishedPort> Ports(JsonObject? service)
    {
        var mesh = (service.Text("metadata", "annotations", ServiceObjects.PublishAnnotation) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).SelectMany(Parse);
        var node = service.Objects("spec", "ports").Where(p => p.Number("nodePort") > 0)
            .Select(p => new PublishedPort((int)p.Number("nodePort")!, (int)(p.Number("port") ?? 0), p.Text("protocol") ?? "TCP"));
        return [.. mesh, .. node];
    }

    /// <summary><c>*:8080->80/tcp</c>, as Docker shows them.</summary>
    public static string Column(JsonObject? service) => string.Join(", ", Ports(service).Select(p => $"*:{p.Published}->{p.Target}/{p.Protocol.ToLowerInvariant()}"));

    /// <summary>The annotation for these ports; null for none.</summary>
    public static string? Annotation(IEnumerable<PublishedPort> ports) => string.Join(',', ports.Select(p => $"{p.Published}:{p.Target}/{p.Protocol.ToLowerInvariant()}").Distinct()) is { Length: > 0 } text ? text : null;

    /// <summary>The ports of the annotation.</summary>
    public static IReadOnlyList<PublishedPort> Mesh(JsonObject? service) =>
        [.. (service.Text("metadata", "annotations", ServiceObjects.PublishAnnotation) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).SelectMany(Parse)];

    private static IEnumerable<PublishedPort> Parse(string text)
    {
        var parts = text.Split(':', '/');
        return parts.Length >= 2 && Number(parts[0]) is { } published && Number(parts[1]) is { } target
            ? [new PublishedPort(published, target, (parts.ElementAtOrDefault(2) ?? "tcp").ToUpperInvariant())]
            : [];
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
