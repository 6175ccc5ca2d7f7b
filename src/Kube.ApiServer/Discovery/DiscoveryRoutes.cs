using Kube.Api;
using Kube.ApiServer.Codec;
using Kube.ApiServer.Routing;

namespace Kube.ApiServer.Discovery;

/// <summary>Serves discovery: one document for everything to clients that can read it, one per group and version to the others. With an ETag each.</summary>
internal static class DiscoveryRoutes
{
    private const string Group = "apidiscovery.k8s.io";

    public static void Add(PathRoutes routes, DiscoveryDocuments documents, string address)
    {
        routes.Add("/api", Aggregatable(() => DiscoveryDocuments.CoreVersions(address), version => documents.Aggregated(core: true, version)));
        routes.Add("/apis", Aggregatable(documents.Groups, version => documents.Aggregated(core: false, version)));
        foreach (var group in documents.GroupNames)
        {
            routes.Add($"/apis/{group}", Plain(() => documents.Group(group)));
        }

        foreach (var (group, version) in documents.GroupVersions)
        {
            routes.Add(group.Length == 0 ? $"/api/{version}" : $"/apis/{group}/{version}", Plain(() => documents.Resources(group, version)));
        }
    }

    private static PathRoute Plain(Func<object> document) => ETagged.Route(new Lazy<byte[]>(() => ApiJson.Serialize(document())));

    private static PathRoute Aggregatable(Func<object> plain, Func<string, object> aggregated)
    {
        var bytes = new Lazy<byte[]>(() => ApiJson.Serialize(plain()));
        var versions = new[] { "v2", "v2beta1" }.ToDictionary(v => v, v => new Lazy<byte[]>(() => ApiJson.Serialize(aggregated($"{Group}/{v}"))));
        return new PathRoute((http, cancel) =>
        {
            var wanted = MediaType.ParseAccept(http.Request.Headers.Accept).FirstOrDefault(IsServed);
            return wanted?["as"] is null
                ? ETagged.WriteAsync(http, bytes.Value, MediaType.Json, cancel)
                : ETagged.WriteAsync(http, versions[wanted["v"]!].Value, $"{MediaType.Json};g={Group};v={wanted["v"]};as=APIGroupDiscoveryList", cancel);
        });

        bool IsServed(MediaType type) => type.Name is MediaType.Json or "*/*" or "application/*"
            && (type["as"] is null || (type["as"] == "APIGroupDiscoveryList" && type["g"] == Group && versions.ContainsKey(type["v"] ?? "")));
    }
}
