using Microsoft.AspNetCore.Http;

namespace Kube.ApiServer.Streaming;

/// <summary>
/// Which headers go along with a request and its answer. What says who the client is stays here: a backend gets neither tokens nor names to
/// act in; what belongs to one connection alone is not carried to the next, except where the connection itself is handed over.
/// </summary>
internal static class RelayedHeaders
{
    private static readonly HashSet<string> s_ofConnection = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection", "Proxy-Connection", "Keep-Alive", "Proxy-Authenticate", "Proxy-Authorization", "TE", "Trailer", "Transfer-Encoding", "Upgrade",
    };

    /// <summary>The headers of a request that is answered as any other.</summary>
    public static void CopyRequest(HttpRequest from, HttpRequestMessage to)
    {
        var named = from.Headers.Connection.SelectMany(c => (c ?? "").Split(',', StringSplitOptions.TrimEntries)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Copy(from, to, name => s_ofConnection.Contains(name) || named.Contains(name));
        Forwarded(from, to);
    }

    /// <summary>The headers of a request whose connection is to be handed over.</summary>
    public static void CopyUpgrade(HttpRequest from, HttpRequestMessage to)
    {
        Copy(from, to, name => s_ofConnection.Contains(name) && name is not "Connection" and not "Upgrade");
        Forwarded(from, to);
    }

    /// <summary>The headers of an answer. Those of its body count for none that is handed over.</summary>
    public static void CopyAnswer(HttpResponseMessage from, HttpResponse to)
    {
        foreach (var (name, values) in from.Headers.Concat(from.Content.Headers))
        {
            if (!s_ofConnection.Contains(name))
            {
                to.Headers[name] = values.ToArray();
            }
        }
    }

    private static void Copy(HttpRequest from, HttpRequestMessage to, Func<string, bool> leaveOut)
    {
        foreach (var (name, values) in from.Headers)
        {
            if (leaveOut(name) || IsCredential(name) || name.StartsWith(':') || name.Equals("Host", StringComparison.OrdinalIgnoreCase)
                || name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var kept = name.Equals(WebSocketToken.Header, StringComparison.OrdinalIgnoreCase) ? WebSocketToken.Without(values) : values;
            if (kept.Count > 0 && !to.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)kept))
            {
                to.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)kept);
            }
        }
    }

    private static bool IsCredential(string name) =>
        name.Equals("Authorization", StringComparison.OrdinalIgnoreCase) || name.StartsWith("Impersonate-", StringComparison.OrdinalIgnoreCase);

    /// <summary>Tells the backend what the client asked for and from where.</summary>
    private static void Forwarded(HttpRequest from, HttpRequestMessage to)
    {
        if (from.HttpContext.Connection.RemoteIpAddress is { } client)
        {
            var before = from.Headers["X-Forwarded-For"].ToString();
            Set(to, "X-Forwarded-For", before.Length == 0 ? client.ToString() : $"{before}, {client}");
        }

        Set(to, "X-Forwarded-Uri", from.Path.ToUriComponent());
        Set(to, "X-Forwarded-Host", from.Host.ToUriComponent());
        Set(to, "X-Forwarded-Proto", from.Scheme);
    }

    private static void Set(HttpRequestMessage request, string name, string value)
    {
        request.Headers.Remove(name);
        request.Headers.TryAddWithoutValidation(name, value);
    }
}
