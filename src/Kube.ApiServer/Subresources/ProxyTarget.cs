namespace Kube.ApiServer.Subresources;

/// <summary>What a proxied request names.</summary>
/// <param name="Scheme">http or https.</param>
/// <param name="Name">Object name.</param>
/// <param name="Port">Number or name of a port; empty for the one there is.</param>
internal sealed record ProxyTarget(string Scheme, string Name, string Port)
{
    /// <summary>Reads <c>name</c>, <c>name:port</c> or <c>scheme:name:port</c>; null for anything else.</summary>
    public static ProxyTarget? Parse(string text) => text.Split(':') switch
    {
        [{ Length: > 0 } name] => new("http", name, ""),
        [{ Length: > 0 } name, var port] => new("http", name, port),
        ["http" or "https" or "", { Length: > 0 } name, var port] parts => new(parts[0].Length == 0 ? "http" : parts[0], name, port),
        _ => null,
    };
}
