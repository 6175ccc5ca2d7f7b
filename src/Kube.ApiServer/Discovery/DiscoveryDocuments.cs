using System.Security.Cryptography;
using System.Text;
using Kube.Api.ApiDiscovery.V2;
using Kube.Api.Meta.V1;
using Kube.Api.Resources;

namespace Kube.ApiServer.Discovery;

/// <summary>What is served, in the forms clients ask for it; all of it read off the catalog.</summary>
internal sealed class DiscoveryDocuments(IReadOnlyList<Resource> resources)
{
    /// <summary>Groups by name, core (empty) first, each with its versions; one version of each group so far is the preferred one.</summary>
    private readonly List<IGrouping<string, Resource>> _groups = [.. resources.GroupBy(r => r.Info.Group).OrderBy(g => g.Key.Length == 0 ? 0 : 1)];

    /// <summary>The groups other than core.</summary>
    public IEnumerable<string> GroupNames => _groups.Select(g => g.Key).Where(g => g.Length > 0);

    /// <summary>Every group and version served.</summary>
    public IEnumerable<(string Group, string Version)> GroupVersions => resources.Select(r => (r.Info.Group, r.Info.Version)).Distinct();

    public static APIVersions CoreVersions(string address) => new()
    {
        Kind = "APIVersions",
        Versions = ["v1"],
        ServerAddressByClientCIDRs = [new ServerAddressByClientCIDR { ClientCIDR = "0.0.0.0/0", ServerAddress = address }],
    };

    public APIGroupList Groups() => new() { Kind = "APIGroupList", ApiVersion = "v1", Groups = [.. GroupNames.Select(g => Describe(g, nested: true))] };

    public APIGroup Group(string name) => Describe(name, nested: false);

    public APIResourceList Resources(string group, string version)
    {
        var served = resources.Where(r => r.Info.Group == group && r.Info.Version == version).ToList();
        return new APIResourceList
        {
            Kind = "APIResourceList",
            ApiVersion = "v1",
            GroupVersion = served[0].Info.ApiVersion,
            Resources = [.. served.SelectMany(Entries).OrderBy(r => r.Name, StringComparer.Ordinal)],
        };
    }

    public APIGroupDiscoveryList Aggregated(bool core, string apiVersion) => new()
    {
        Kind = "APIGroupDiscoveryList",
        ApiVersion = apiVersion,
        Metadata = new ListMeta(),
        Items = [.. _groups.Where(g => g.Key.Length == 0 == core).Select(g => new APIGroupDiscovery
        {
            Metadata = new ObjectMeta { Name = g.Key.Length == 0 ? null : g.Key },
            Versions = [.. g.GroupBy(r => r.Info.Version).Select(v => new APIVersionDiscovery
            {
                Version = v.Key,
                Freshness = DiscoveryFreshness.Current,
                Resources = [.. v.OrderBy(r => r.Info.Plural, StringComparer.Ordinal).Select(Aggregate)],
            })],
        })],
    };

    private APIGroup Describe(string name, bool nested)
    {
        var versions = resources.Where(r => r.Info.Group == name).Select(r => r.Info.Version).Distinct()
            .Select(v => new GroupVersionForDiscovery { GroupVersion = $"{name}/{v}", Version = v }).ToList();
        return new APIGroup
        {
            Kind = nested ? null : "APIGroup",
            ApiVersion = nested ? null : "v1",
            Name = name,
            Versions = versions,
            PreferredVersion = versions[0],
        };
    }

    private static IEnumerable<APIResource> Entries(Resource resource)
    {
        var info = resource.Info;
        yield return new APIResource
        {
            Name = info.Plural,
            SingularName = Singular(resource),
            Namespaced = info.Namespaced,
            Kind = info.Kind,
            Verbs = [.. resource.Verbs],
            ShortNames = resource.Names.Short?.ToList(),
            Categories = resource.Names.Categories?.ToList(),
            StorageVersionHash = resource.IsStored ? StorageVersionHash(resource) : null,
        };
        foreach (var part in resource.Subresources)
        {
            var (group, version) = SplitVersion(part.ApiVersion);
            var same = part.ApiVersion == info.ApiVersion;
            yield return new APIResource
            {
                Name = $"{info.Plural}/{part.Name}",
                SingularName = "",
                Namespaced = info.Namespaced,
                Group = same || group.Length == 0 ? null : group,
                Version = same ? null : version,
                Kind = part.Kind,
                Verbs = [.. part.Verbs],
            };
        }
    }

    private static APIResourceDiscovery Aggregate(Resource resource) => new()
    {
        Resource = resource.Info.Plural,
        ResponseKind = new GroupVersionKind { Group = resource.Info.Group, Version = resource.Info.Version, Kind = resource.Info.Kind },
        Scope = resource.Info.Namespaced ? ResourceScope.Namespaced : ResourceScope.Cluster,
        SingularResource = Singular(resource),
        Verbs = [.. resource.Verbs],
        ShortNames = resource.Names.Short?.ToList(),
        Categories = resource.Names.Categories?.ToList(),
        Subresources = resource.Subresources.Count == 0 ? null : [.. resource.Subresources.Select(s => new APISubresourceDiscovery
        {
            Subresource = s.Name,
            ResponseKind = new GroupVersionKind { Group = SplitVersion(s.ApiVersion).Group, Version = SplitVersion(s.ApiVersion).Version, Kind = s.Kind },
            Verbs = [.. s.Verbs],
        })],
    };

    private static string Singular(Resource resource) => resource.Names.Singular ?? resource.Info.Kind.ToLowerInvariant();

    private static (string Group, string Version) SplitVersion(string apiVersion) => apiVersion.IndexOf('/') is >= 0 and var slash
        ? (apiVersion[..slash], apiVersion[(slash + 1)..])
        : ("", apiVersion);

    private static string StorageVersionHash(Resource resource) =>
        Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes($"{resource.Info.Group}/{resource.Info.Version}/{resource.Info.Kind}")), 0, 8);
}
