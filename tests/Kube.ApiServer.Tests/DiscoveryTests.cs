using System.Text.Json.Nodes;
using Kube.Api.Resources;
using Kube.Storage;

namespace Kube.ApiServer.Tests;

/// <summary>Discovery and OpenAPI say what the catalog says; on a server of their own, for others define kinds on the shared one.</summary>
public sealed class DiscoveryTests : IAsyncLifetime
{
    private readonly MemoryStore _store = new(TimeProvider.System);
    private TestServer? _server;

    private TestServer Server => _server!;

    public async ValueTask InitializeAsync() => _server = await TestServer.StartAsync(_store);

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await _store.DisposeAsync();
    }

    [Fact]
    public async Task Discovery_OldAndAggregated_NameEveryResource()
    {
        var expected = Catalog.All.Select(r => $"{r.Info.ApiVersion}/{r.Info.Plural}").Order().ToList();
        var old = new List<string>();
        foreach (var version in Catalog.All.Select(r => r.Info.ApiVersion).Distinct())
        {
            var list = (await Server.GetAsync(version == "v1" ? "/api/v1" : "/apis/" + version)).Expect(200).Json;
            old.AddRange(list["resources"]!.AsArray().Select(r => (string)r!["name"]!).Where(n => !n.Contains('/', StringComparison.Ordinal)).Select(n => $"{version}/{n}"));
        }

        Assert.Equal(expected, old.Order());
        var aggregated = new List<string>();
        foreach (var root in new[] { "/api", "/apis" })
        {
            var reply = (await Server.GetAsync(root, "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json")).Expect(200);
            Assert.Equal("application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList", reply.ContentType!.Replace(" ", ""));
            foreach (var group in reply.Json["items"]!.AsArray())
            {
                var prefix = (string?)group!["metadata"]!["name"] is { } name ? name + "/" : "";
                aggregated.AddRange(group["versions"]!.AsArray().SelectMany(v => v!["resources"]!.AsArray().Select(r => $"{prefix}{v["version"]}/{r!["resource"]}")));
            }
        }

        Assert.Equal(expected, aggregated.Order());
        Assert.Equal("APIVersions", (string)(await Server.GetAsync("/api")).Json["kind"]!);
        Assert.Equal("APIGroupList", (string)(await Server.GetAsync("/apis")).Json["kind"]!);
    }

    [Fact]
    public async Task OpenApi_EveryReference_HasADefinition()
    {
        var v2 = (await Server.GetAsync("/openapi/v2")).Expect(200).Json;
        CheckReferences(v2, "#/definitions/", v2["definitions"]!.AsObject());
        var index = (await Server.GetAsync("/openapi/v3")).Expect(200).Json["paths"]!.AsObject();
        Assert.Equal(Catalog.All.Select(r => r.Info.ApiVersion).Distinct().Count(), index.Count);
        foreach (var (_, entry) in index)
        {
            var part = (await Server.GetAsync((string)entry!["serverRelativeURL"]!)).Expect(200).Json;
            CheckReferences(part, "#/components/schemas/", part["components"]!["schemas"]!.AsObject());
        }
    }

    [Fact]
    public async Task OpenApi_EveryKind_HasItsDefinitionAndPatchMetadata()
    {
        var definitions = (await Server.GetAsync("/openapi/v2")).Json["definitions"]!;
        foreach (var resource in Catalog.All)
        {
            var kinds = definitions.AsObject().SelectMany(d => d.Value!["x-kubernetes-group-version-kind"]?.AsArray() ?? []);
            Assert.Contains(kinds, k => (string)k!["kind"]! == resource.Info.Kind && (string)k["group"]! == resource.Info.Group);
        }

        var containers = definitions["io.k8s.api.core.v1.PodSpec"]!["properties"]!["containers"]!;
        Assert.Equal(("merge", "name"), ((string)containers["x-kubernetes-patch-strategy"]!, (string)containers["x-kubernetes-patch-merge-key"]!));
    }

    [Fact]
    public async Task Discovery_SameTag_IsNotSentAgain()
    {
        using var first = await Server.Client.GetAsync("/apis");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/apis");
        request.Headers.TryAddWithoutValidation("If-None-Match", first.Headers.ETag!.Tag);
        using var second = await Server.Client.SendAsync(request);
        Assert.Equal(304, (int)second.StatusCode);
    }

    private static void CheckReferences(JsonNode? node, string prefix, JsonObject definitions)
    {
        switch (node)
        {
            case JsonObject obj:
                if (obj["$ref"] is JsonValue reference)
                {
                    Assert.True(definitions.ContainsKey(((string)reference!)[prefix.Length..]), (string)reference!);
                }

                foreach (var (_, child) in obj)
                {
                    CheckReferences(child, prefix, definitions);
                }

                break;
            case JsonArray array:
                foreach (var child in array)
                {
                    CheckReferences(child, prefix, definitions);
                }

                break;
            default:
                break;
        }
    }
}
