using Kube.Api.Resources;

namespace Kube.ApiServer.Registry;

/// <summary>Everything that is served at one time, built-in kinds first. Immutable: routes, discovery and OpenAPI are derived from one such set.</summary>
internal sealed class ServedSet
{
    private readonly Dictionary<(string Group, string Version, string Plural), ServedResource> _byPath;

    public ServedSet(IEnumerable<ServedResource> all)
    {
        All = [.. all];
        Views = [.. All.Select(s => s.View)];
        _byPath = All.ToDictionary(s => (s.View.Info.Group, s.View.Info.Version, s.View.Info.Plural));
    }

    /// <summary>What is served, views of other resources included, in the order discovery lists it.</summary>
    public IReadOnlyList<ServedResource> All { get; }

    /// <summary>The declarations of the same.</summary>
    public IReadOnlyList<Resource> Views { get; }

    /// <summary>What a path names; null when nothing is served there.</summary>
    public ServedResource? Find(string group, string version, string plural) => _byPath.GetValueOrDefault((group, version, plural));
}
