namespace Kube.ApiServer.Routing;

/// <summary>Turns method, path and query into a <see cref="RequestInfo"/>. Knows the shape of API paths and nothing about which resources exist.</summary>
internal static class RequestParser
{
    private static readonly string[] s_namespaceSubresources = ["status", "finalize"];

    public static RequestInfo Parse(string method, string path, Func<string, string?> query)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts switch
        {
            ["api", var version, .. var rest] when rest.Length > 0 => Resource(method, path, "", version, rest, query),
            ["apis", var group, var version, .. var rest] when rest.Length > 0 => Resource(method, path, group, version, rest, query),
            ["apis", var group, var version] => new RequestInfo(method.ToLowerInvariant(), path, group, version),
            _ => new RequestInfo(method.ToLowerInvariant(), path),
        };
    }

    private static RequestInfo Resource(string method, string path, string group, string version, string[] rest, Func<string, string?> query)
    {
        var oldWatchPath = rest.Length > 1 && rest[0] == "watch";
        if (oldWatchPath)
        {
            rest = rest[1..];
        }

        var (ns, tail) = rest is ["namespaces", var space, var next, ..] && !(rest.Length == 3 && s_namespaceSubresources.Contains(next))
            ? (space, rest[2..])
            : (null, rest);
        if (tail.Length > 3 && tail[2] != "proxy")
        {
            return new RequestInfo(method.ToLowerInvariant(), path);
        }

        var name = tail.Length > 1 ? tail[1] : null;
        var watch = method == "GET" && (oldWatchPath || (name is null && IsTrue(query("watch"))));
        return new RequestInfo(Verb(method, name is not null, watch), path, group, version, tail[0], ns, name, tail.Length > 2 ? tail[2] : null);
    }

    private static string Verb(string method, bool named, bool watch) => method switch
    {
        "GET" or "HEAD" => watch ? "watch" : named ? "get" : "list",
        "POST" => "create",
        "PUT" => "update",
        "PATCH" => "patch",
        "DELETE" => named ? "delete" : "deletecollection",
        _ => method.ToLowerInvariant(),
    };

    /// <summary>What is there and neither false nor 0 is true, the empty text included.</summary>
    private static bool IsTrue(string? value) => value is not null && value != "0" && !value.Equals("false", StringComparison.OrdinalIgnoreCase);
}
