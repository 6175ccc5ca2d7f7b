using System.Security.Cryptography;

namespace Kube.Client.Streaming;

/// <summary>A request to change the protocol of its connection.</summary>
internal sealed record UpgradeRequest(HttpMethod Method, string Path, IReadOnlyList<KeyValuePair<string, string>> Headers)
{
    private const int KeySize = 16;

    public static UpgradeRequest WebSocket(string path, IReadOnlyList<string> protocols) => new(HttpMethod.Get, path,
    [
        new("Connection", "Upgrade"),
        new("Upgrade", StreamProtocols.WebSocket),
        new("Sec-WebSocket-Version", "13"),
        new("Sec-WebSocket-Key", Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeySize))),
        new("Sec-WebSocket-Protocol", string.Join(", ", protocols)),
    ]);

    public static UpgradeRequest Spdy(string path, IReadOnlyList<string> protocols) => new(HttpMethod.Post, path,
    [
        new("Connection", "Upgrade"),
        new("Upgrade", StreamProtocols.Spdy),
        .. protocols.Select(p => new KeyValuePair<string, string>(StreamProtocols.VersionHeader, p)),
    ]);
}

/// <summary>A connection that now speaks another protocol.</summary>
/// <param name="Stream">Its bytes; the receiver owns it.</param>
/// <param name="Protocol">The sub-protocol the server chose; null where it named none.</param>
internal sealed record UpgradedConnection(Stream Stream, string? Protocol);
