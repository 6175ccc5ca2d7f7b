using System.Text;
using System.Text.Json.Nodes;
using Kube.Api;
using Kube.Api.Meta.V1;
using Kube.Api.Resources;
using Kube.ApiServer.Health;

namespace Kube.ApiServer.OpenApi;

/// <summary>The OpenAPI documents: one of version 2 for everything, one of version 3 per group and version.</summary>
internal static class OpenApiDocuments
{
    public static byte[] Version2(IReadOnlyList<Resource> resources) => Write(Version2Document(resources));

    /// <summary>The same in the form kubectl before 1.28 insists on.</summary>
    public static byte[] Version2Protobuf(IReadOnlyList<Resource> resources) => OpenApiProtobuf.Write(Version2Document(resources));

    private static JsonObject Version2Document(IReadOnlyList<Resource> resources)
    {
        var schemas = new SchemaBuilder("#/definitions/", wrapRefs: false);
        var paths = Paths(resources, schemas, version3: false);
        return new JsonObject
        {
            ["swagger"] = "2.0",
            ["info"] = Info(),
            ["paths"] = paths,
            ["definitions"] = schemas.Definitions,
            ["securityDefinitions"] = new JsonObject
            {
                ["BearerToken"] = new JsonObject { ["type"] = "apiKey", ["name"] = "authorization", ["in"] = "header", ["description"] = "Bearer Token authentication" },
            },
            ["security"] = new JsonArray(new JsonObject { ["BearerToken"] = new JsonArray() }),
        };
    }

    public static byte[] Version3(IReadOnlyList<Resource> resources)
    {
        var schemas = new SchemaBuilder("#/components/schemas/", wrapRefs: true);
        var paths = Paths(resources, schemas, version3: true);
        return Write(new JsonObject
        {
            ["openapi"] = "3.0.0",
            ["info"] = Info(),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["schemas"] = schemas.Definitions,
                ["securitySchemes"] = new JsonObject
                {
                    ["BearerToken"] = new JsonObject { ["type"] = "apiKey", ["name"] = "authorization", ["in"] = "header", ["description"] = "Bearer Token authentication" },
                },
            },
        });
    }

    private static JsonObject Paths(IReadOnlyList<Resource> resources, SchemaBuilder schemas, bool version3)
    {
        var builder = new PathsBuilder(new OperationShape(version3, schemas));
        var paths = new JsonObject();
        schemas.AddKind(typeof(Status), "v1", "Status");
        schemas.AddKind(typeof(DeleteOptions), "v1", "DeleteOptions");
        foreach (var resource in resources)
        {
            schemas.AddKind(resource);
            foreach (var part in resource.Subresources.Where(s => !s.IsPassedOn && s.Kind != resource.Info.Kind))
            {
                schemas.AddKind(SubresourceTypes.Of(resource, part), part.ApiVersion, part.Kind);
            }

            builder.Add(paths, resource);
        }

        return paths;
    }

    private static JsonObject Info() => new() { ["title"] = "Kubernetes", ["version"] = HealthRoutes.GitVersion };

    private static byte[] Write(JsonObject document) => Encoding.UTF8.GetBytes(document.ToJsonString(ApiJson.Options));
}
