using System.Text.Json.Nodes;

namespace Kctl.Api;

/// <summary>Asks the server what it serves: in two requests where it knows the aggregated form, else group by group.</summary>
internal static class DiscoveryReader
{
    private const string Aggregated = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json";

    public static async Task<IReadOnlyList<ResourceType>> FetchAsync(RestApi api, CancellationToken ct)
    {
        var core = await api.GetAsync("/api", ct, Aggregated);
        var groups = await api.GetAsync("/apis", ct, Aggregated);
        return [.. await ReadAsync(api, core, ct), .. await ReadAsync(api, groups, ct)];
    }

    private static async Task<IReadOnlyList<ResourceType>> ReadAsync(RestApi api, JsonObject answer, CancellationToken ct) => answer.Text("kind") switch
    {
        "APIGroupDiscoveryList" => FromAggregated(answer),
        "APIVersions" => await FromListsAsync(api, answer.Texts("versions").Select(v => ("", v)), ct),
        _ => await FromListsAsync(api, answer.Objects("groups").Select(g => (g.Text("name") ?? "", g.Text("preferredVersion", "version") ?? "")), ct),
    };

    internal static IReadOnlyList<ResourceType> FromAggregated(JsonObject list) => [..
        from item in list.Objects("items")
        from version in item.Objects("versions").Take(1)
        from resource in version.Objects("resources")
        select new ResourceType(
            item.Name(), version.Text("version") ?? "", resource.Text("resource") ?? "", resource.Text("singularResource") ?? "",
            resource.Text("responseKind", "kind") ?? "", resource.Text("scope") == "Namespaced")
        {
            ShortNames = resource.Texts("shortNames"),
            Categories = resource.Texts("categories"),
            Verbs = resource.Texts("verbs"),
            Subresources = [.. resource.Objects("subresources").Select(s => s.Text("subresource") ?? "")],
        }];

    private static async Task<IReadOnlyList<ResourceType>> FromListsAsync(RestApi api, IEnumerable<(string Group, string Version)> versions, CancellationToken ct)
    {
        var found = new List<ResourceType>();
        foreach (var (groupName, version) in versions)
        {
            var list = await api.GetAsync(groupName.Length == 0 ? $"/api/{version}" : $"/apis/{groupName}/{version}", ct);
            var resources = list.Objects("resources");
            found.AddRange(
                from resource in resources
                let name = resource.Text("name") ?? ""
                where !name.Contains('/')
                select new ResourceType(groupName, version, name, resource.Text("singularName") ?? "", resource.Text("kind") ?? "", resource.Flag("namespaced"))
                {
                    ShortNames = resource.Texts("shortNames"),
                    Categories = resource.Texts("categories"),
                    Verbs = resource.Texts("verbs"),
                    Subresources = [.. resources.Select(r => r.Text("name") ?? "").Where(n => n.StartsWith(name + "/", StringComparison.Ordinal)).Select(n => n[(name.Length + 1)..])],
                });
        }

        return found;
    }
}
