using Kube.Api;
using Kube.Api.ApiDiscovery.V2;
using Kube.Api.Meta.V1;
using Kube.Client;

namespace Kube.Controllers.Runtime;

/// <summary>The kinds a server serves, each once, in its group's preferred version.</summary>
internal sealed class ApiCatalog
{
    private const string Accept = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList";

    private readonly Dictionary<(string Group, string Kind), ServedKind> _byKind;

    /// <summary>A catalog of these kinds.</summary>
    public ApiCatalog(IEnumerable<ServedKind> kinds)
    {
        Kinds = [.. kinds];
        _byKind = Kinds.GroupBy(kind => (kind.Info.Group, kind.Info.Kind)).ToDictionary(group => group.Key, group => group.First());
    }

    /// <summary>Nothing.</summary>
    public static ApiCatalog Empty { get; } = new([]);

    /// <summary>All kinds.</summary>
    public IReadOnlyList<ServedKind> Kinds { get; }

    /// <summary>Asks the server.</summary>
    public static async Task<ApiCatalog> ReadAsync(KubeClient client, CancellationToken ct) =>
        new([.. await ReadAsync(client, "/api", ct), .. await ReadAsync(client, "/apis", ct)]);

    /// <summary>The kind an owner reference names, or null. The version does not matter: an object is the same in all of them.</summary>
    public ResourceInfo? Find(string? apiVersion, string? kind) => _byKind.GetValueOrDefault((GroupOf(apiVersion), kind ?? string.Empty))?.Info;

    private static string GroupOf(string? apiVersion)
    {
        var slash = apiVersion?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        return slash < 0 ? string.Empty : apiVersion![..slash];
    }

    private static async Task<IEnumerable<ServedKind>> ReadAsync(KubeClient client, string path, CancellationToken ct)
    {
        using var response = await client.SendAsync(HttpMethod.Get, path, null, ct, Accept);
        var groups = ApiJson.Deserialize<APIGroupDiscoveryList>(await response.Content.ReadAsByteArrayAsync(ct));
        return (groups.Items ?? []).SelectMany(KindsOf);
    }

    private static IEnumerable<ServedKind> KindsOf(APIGroupDiscovery group) =>
        (group.Versions ?? [])
            .SelectMany(version => (version.Resources ?? []).Select(resource => KindOf(group, version, resource)))
            .DistinctBy(kind => kind.Info.Plural);

    private static ServedKind KindOf(APIGroupDiscovery group, APIVersionDiscovery version, APIResourceDiscovery resource)
    {
        var scope = resource.Scope == ResourceScope.Namespaced ? Scope.Namespaced : Scope.Cluster;
        var info = new ResourceInfo(group.Metadata?.Name ?? string.Empty, version.Version!, resource.ResponseKind?.Kind ?? string.Empty, resource.Resource!, scope);
        return new ServedKind(info, (resource.Verbs ?? []).ToHashSet(StringComparer.Ordinal));
    }
}
