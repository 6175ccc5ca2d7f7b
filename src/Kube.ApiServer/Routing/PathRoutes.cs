namespace Kube.ApiServer.Routing;

/// <summary>Everything served beside resources: health, discovery, OpenAPI, metrics.</summary>
internal sealed class PathRoutes
{
    private readonly Dictionary<string, PathRoute> _exact = new(StringComparer.Ordinal);
    private readonly List<(string Prefix, PathRoute Route)> _prefixes = [];
    private readonly List<LiveRoutes> _live = [];

    public void Add(string path, PathRoute route) => _exact[path] = route;

    /// <summary>Adds routes that change while the server runs.</summary>
    public void AddLive(LiveRoutes routes) => _live.Add(routes);

    public void AddPrefix(string prefix, PathRoute route) => _prefixes.Add((prefix, route));

    /// <summary>All exact paths, for the index at <c>/</c>.</summary>
    public IEnumerable<string> Paths => _exact.Keys.Concat(_live.SelectMany(l => l.Now.Paths)).Order(StringComparer.Ordinal);

    public PathRoute? Find(string path)
    {
        var trimmed = path.Length > 1 ? path.TrimEnd('/') : path;
        return _exact.GetValueOrDefault(trimmed) ?? _live.Select(l => l.Now.Find(trimmed)).FirstOrDefault(r => r is not null) ?? _prefixes.Find(p => path.StartsWith(p.Prefix, StringComparison.Ordinal)).Route;
    }
}
