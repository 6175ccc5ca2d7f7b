using System.Buffers.Text;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Kube.ApiServer.Streaming;

/// <summary>
/// The bearer token of a browser, which may put no header of its own on a WebSocket: one of the subprotocols it offers, beside at least one real one,
/// is a prefix and the token in base64url. The backend is never offered it.
/// </summary>
internal static class WebSocketToken
{
    public const string Header = "Sec-WebSocket-Protocol";
    private const string Prefix = "base64url.bearer.authorization.k8s.io.";

    /// <summary>The token of a WebSocket request; null when there is none that can be used.</summary>
    public static string? Of(HttpRequest request)
    {
        if (!request.Headers.Upgrade.ToString().Contains("websocket", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var offered = Split(request.Headers[Header]);
        return offered.Where(IsToken).ToList() is [var only] && offered.Count > 1 ? Decode(only[Prefix.Length..]) : null;
    }

    /// <summary>The subprotocols that are real ones.</summary>
    public static StringValues Without(StringValues offered)
    {
        var all = Split(offered);
        return all.Exists(IsToken) ? string.Join(", ", all.Where(p => !IsToken(p))) is { Length: > 0 } left ? left : StringValues.Empty : offered;
    }

    private static bool IsToken(string protocol) => protocol.StartsWith(Prefix, StringComparison.Ordinal);

    private static List<string> Split(StringValues offered) => [.. offered.SelectMany(v => (v ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];

    private static string? Decode(string text)
    {
        try
        {
            return text.Length > 0 && !text.Contains('=', StringComparison.Ordinal) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
