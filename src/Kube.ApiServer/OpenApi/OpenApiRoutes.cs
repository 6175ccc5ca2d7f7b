using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Kube.Api;
using Kube.Api.Resources;
using Kube.ApiServer.Codec;
using Kube.ApiServer.Discovery;
using Kube.ApiServer.Routing;

namespace Kube.ApiServer.OpenApi;

/// <summary>/openapi/v2, and /openapi/v3 with its index. A document is made when first asked for.</summary>
internal static class OpenApiRoutes
{
    private const string Protobuf = "application/com.github.proto-openapi.spec.v2@v1.0+protobuf";

    public static void Add(PathRoutes routes, IReadOnlyList<Resource> resources, DiscoveryDocuments documents, OpenApiParts specifications)
    {
        var json = new Lazy<byte[]>(() => OpenApiDocuments.Version2(resources));
        var protobuf = new Lazy<byte[]>(() => OpenApiDocuments.Version2Protobuf(resources));
        routes.Add("/openapi/v2", new PathRoute((http, cancel) => MediaType.ParseAccept(http.Request.Headers.Accept) is [{ Name: Protobuf }, ..]
            ? ETagged.WriteAsync(http, protobuf.Value, "application/octet-stream", cancel)
            : ETagged.WriteAsync(http, json.Value, MediaType.Json, cancel)));
        var parts = documents.GroupVersions.ToDictionary(
            gv => gv.Group.Length == 0 ? $"api/{gv.Version}" : $"apis/{gv.Group}/{gv.Version}",
            gv => specifications.Of(gv.Group, gv.Version, [.. resources.Where(r => r.Info.Group == gv.Group && r.Info.Version == gv.Version)]));
        foreach (var (path, bytes) in parts)
        {
            routes.Add($"/openapi/v3/{path}", ETagged.Route(bytes));
        }

        routes.Add("/openapi/v3", ETagged.Route(new Lazy<byte[]>(() => Index(parts))));
    }

    /// <summary>Clients keep a document for as long as its hash stays the same.</summary>
    private static byte[] Index(Dictionary<string, Lazy<byte[]>> parts)
    {
        var paths = new JsonObject();
        foreach (var (path, bytes) in parts)
        {
            paths[path] = new JsonObject { ["serverRelativeURL"] = $"/openapi/v3/{path}?hash={Convert.ToHexString(SHA256.HashData(bytes.Value))}" };
        }

        return Encoding.UTF8.GetBytes(new JsonObject { ["paths"] = paths }.ToJsonString(ApiJson.Options));
    }
}
