using System.Security.Cryptography;
using System.Text;

namespace Kube.Client.Streaming;

/// <summary>
/// What of a client's upgrade request matters, and the answer to it. Pure: the HTTP server reads the request and sends <see cref="Answer"/>'s headers
/// with status 101.
/// </summary>
/// <param name="Upgrade">The Upgrade header.</param>
/// <param name="WebSocketKey">The Sec-WebSocket-Key header.</param>
/// <param name="WebSocketProtocols">The values of Sec-WebSocket-Protocol.</param>
/// <param name="SpdyProtocols">The values of X-Stream-Protocol-Version.</param>
public sealed record UpgradeOffer(string? Upgrade, string? WebSocketKey, IEnumerable<string?> WebSocketProtocols, IEnumerable<string?> SpdyProtocols)
{
    private const string WebSocketGuid = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    /// <summary>A WebSocket is asked for.</summary>
    public bool IsWebSocket => string.Equals(Upgrade, StreamProtocols.WebSocket, StringComparison.OrdinalIgnoreCase) && WebSocketKey is { Length: > 0 };

    /// <summary>SPDY is asked for.</summary>
    public bool IsSpdy => string.Equals(Upgrade, StreamProtocols.Spdy, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The first of <paramref name="supported"/> that the client offers; <paramref name="whenNone"/> where it offers nothing at all; null where
    /// nothing fits.
    /// </summary>
    public string? Choose(IReadOnlyList<string> supported, string? whenNone)
    {
        var offered = Split(IsWebSocket ? WebSocketProtocols : SpdyProtocols);
        return offered.Count == 0 ? whenNone : supported.FirstOrDefault(offered.Contains);
    }

    /// <summary>All offered sub-protocols, for an error's words.</summary>
    public IReadOnlyCollection<string> Offered => Split(IsWebSocket ? WebSocketProtocols : SpdyProtocols);

    /// <summary>The headers that accept the offer with a sub-protocol.</summary>
    public IEnumerable<KeyValuePair<string, string>> Answer(string protocol)
    {
        yield return new("Connection", "Upgrade");
        if (IsSpdy)
        {
            yield return new("Upgrade", StreamProtocols.Spdy);
            yield return new(StreamProtocols.VersionHeader, protocol);
            yield break;
        }

        yield return new("Upgrade", StreamProtocols.WebSocket);
        yield return new("Sec-WebSocket-Accept", AcceptKey(WebSocketKey ?? ""));
        if (Offered.Count > 0)
        {
            yield return new("Sec-WebSocket-Protocol", protocol);
        }
    }

    /// <summary>The proof that a WebSocket's server has read the client's key.</summary>
    internal static string AcceptKey(string key)
    {
#pragma warning disable CA5350 // RFC 6455 names the algorithm; nothing secret depends on it.
        return Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key.Trim() + WebSocketGuid)));
#pragma warning restore CA5350
    }

    private static HashSet<string> Split(IEnumerable<string?> values) =>
        [.. values.SelectMany(v => (v ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
}
