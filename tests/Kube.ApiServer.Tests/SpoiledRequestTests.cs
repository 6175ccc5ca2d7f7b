using System.Text;
using System.Text.Json.Nodes;
using Kube.Api;
using Kube.Api.Resources;
using Kube.Testing;

namespace Kube.ApiServer.Tests;

/// <summary>
/// Requests with bodies, patches and parameters that make no sense, for every kind of the catalog: each is answered, soon, with a Status that blames
/// the client or with success, never with a failure of the server.
/// </summary>
public sealed class SpoiledRequestTests(ServerFixture fixture)
{
    private const int Rounds = 10;
    private static readonly string[] s_needKubelets = ["log", "exec", "attach", "portforward", "proxy"];

    private TestServer Server => fixture.Server;

    /// <summary>Definitions of custom resources aside: other tests on the same server look at what is served.</summary>
    public static TheoryData<string> Kinds => [.. Catalog.All.Where(r => r.IsStored && r.Info.Plural != "customresourcedefinitions").Select(r => $"{r.Info.ApiVersion} {r.Info.Plural}")];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Request_Spoiled_IsTheClientsFault(string kind)
    {
        var resource = Catalog.All.Single(r => $"{r.Info.ApiVersion} {r.Info.Plural}" == kind);
        var ns = await fixture.NamespaceAsync();
        var name = Samples.NameOf(resource, $"s-{ns}");
        await SpoilAsync(Server, resource.Info, [.. resource.Subresources.Select(s => s.Name).Except(s_needKubelets)], ns, name, Samples.Of(resource, name, ns));
    }

    [Fact]
    public async Task Request_SpoiledDefinitionAndCustomObject_IsTheClientsFault()
    {
        await using var store = new Storage.MemoryStore(TimeProvider.System);
        await using var server = await TestServer.StartAsync(store);
        var definition = Catalog.Find("apiextensions.k8s.io", "v1", "customresourcedefinitions")!;
        var name = Samples.NameOf(definition, "w");
        await SpoilAsync(server, definition.Info, ["status"], "", name, Samples.Of(definition, name, ""));
        var names = (await server.GetAsync(definition.Info.ObjectPath(null, name))).Expect(200).Json["spec"]!["names"]!;
        var custom = new ResourceInfo("example.com", "v1", (string)names["kind"]!, (string)names["plural"]!, Scope.Namespaced);
        await Eventually.HoldsAsync(TimeSpan.FromSeconds(20), async () => (await server.GetAsync(custom.CollectionPath("default"))).Code == 200 ? null : "not served yet");
        await SpoilAsync(server, custom, [], "default", "c", $$$"""{"apiVersion":"example.com/v1","kind":"{{{custom.Kind}}}","metadata":{"name":"c"},"spec":{"size":3}}""");
    }

    private static async Task SpoilAsync(TestServer server, ResourceInfo info, IReadOnlyList<string> parts, string ns, string name, string sample)
    {
        var (collection, path, spoiler) = (info.CollectionPath(ns), info.ObjectPath(ns, name), new Spoiler(info.GroupResource));
        var stored = (await server.PostAsync(collection, sample)).Expect(201).Text;
        var golden = Golden(info)?.Replace("\"name\":\"nameValue\"", $"\"name\":\"{name}\"") ?? sample;
        for (var i = 0; i < Rounds; i++)
        {
            var whole = spoiler.Pick(sample, golden, stored);
            await Task.WhenAll(
                SendAsync("POST", collection + "?dryRun=All", spoiler.Json(whole), "application/json"),
                SendAsync("POST", collection + "?dryRun=All&fieldValidation=Strict", spoiler.Yaml(whole), "application/yaml"),
                SendAsync("POST", collection + "?dryRun=All", spoiler.Protobuf(info), "application/vnd.kubernetes.protobuf"),
                SendAsync("PUT", path + "?dryRun=All", spoiler.Json(spoiler.Pick(stored, golden)), "application/json"),
                SendAsync("PATCH", path + "?dryRun=All", spoiler.Json(whole), "application/merge-patch+json"),
                SendAsync("PATCH", path + "?dryRun=All", spoiler.Json(whole), "application/strategic-merge-patch+json"),
                SendAsync("PATCH", path + "?dryRun=All", spoiler.JsonPatch(stored), "application/json-patch+json"),
                SendAsync("PATCH", path + "?dryRun=All&force=1&fieldManager=m", spoiler.Json(whole), "application/apply-patch+yaml"),
                SendAsync("PATCH", path + "2?dryRun=All&fieldManager=m", spoiler.Yaml(whole), "application/apply-patch+yaml"),
                SendAsync("DELETE", path + "?dryRun=All", spoiler.Json("""{"kind":"DeleteOptions","gracePeriodSeconds":1,"preconditions":{"uid":"u","resourceVersion":"1"},"propagationPolicy":"Orphan","dryRun":["All"]}"""), "application/json"),
                SendAsync("GET", $"{collection}?{spoiler.Query()}", null, null),
                SendAsync("GET", $"{collection}?watch=1&timeoutSeconds=-1&{spoiler.Query()}", null, null),
                SendAsync("GET", $"{path}?{spoiler.Query()}", null, null),
                SendAsync("PATCH", $"{path}?dryRun=All&{spoiler.Query()}", "{}"u8.ToArray(), "application/merge-patch+json"));
            foreach (var part in parts)
            {
                await SendAsync("POST", $"{path}/{part}?dryRun=All", spoiler.Json(whole), "application/json");
                await SendAsync("PUT", $"{path}/{part}?dryRun=All", spoiler.Json(spoiler.Pick(stored, golden)), "application/json");
                await SendAsync("PATCH", $"{path}/{part}?dryRun=All", spoiler.Json(whole), spoiler.Pick("application/merge-patch+json", "application/strategic-merge-patch+json"));
            }
        }

        (await server.GetAsync(path)).Expect(200);

        async Task SendAsync(string method, string at, byte[]? body, string? type) => Check(await server.SendAsync(new HttpMethod(method), at, body, type).WaitAsync(TimeSpan.FromSeconds(20)), $"{method} {at}\n{type}", body);
    }

    // Bodies that are small and would become large, and selectors that are large from the beginning.
    [Fact]
    public async Task Request_ThatExplodes_IsBounded()
    {
        var ns = await fixture.NamespaceAsync();
        var path = $"/api/v1/namespaces/{ns}/configmaps/a";
        (await Server.PostAsync($"/api/v1/namespaces/{ns}/configmaps", Samples.ConfigMap("a", $$""" "annotations":{"x":"{{new string('x', 1000)}}"} """))).Expect(201);
        var doubling = string.Join(',', Enumerable.Range(0, 60).Select(i => $$"""{"op":"copy","from":"/metadata","path":"/metadata/m{{i}}"}"""));
        (await Server.PatchAsync(path, $"[{doubling}]", "json-patch+json")).Expect(413);
        (await Server.PatchAsync(path, $"[{string.Join(',', Enumerable.Repeat("""{"op":"test","path":"/kind","value":"ConfigMap"}""", 10_001))}]", "json-patch+json")).Expect(413);
        var large = string.Concat(Enumerable.Range(0, 150_000).Select(i => $"\"k{i}\":\"v\",")).TrimEnd(',');
        (await Server.PatchAsync(path + "?dryRun=All", $$$"""{"data":{{{{large}}}} }""")).Expect(200);
        var strays = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"\"ä{i}\\n\":1,")).TrimEnd(',');
        Assert.InRange((await Server.PatchAsync(path, $$$"""{{{{strays}}}}""")).Expect(200).Warnings.Sum(w => w.Length), 1, 8000);
        Assert.InRange((await Server.PutAsync(path + "?fieldValidation=Strict", $$$"""{"metadata":{"name":"a"},{{{strays}}}}""")).Expect(400).Text.Length, 1, 8000);
        (await Server.GetAsync($"/api/v1/configmaps?labelSelector=a%20in%20({string.Join(',', Enumerable.Range(0, 30_000).Select(i => $"v{i}"))})")).Expect(200);
        (await Server.GetAsync($"/api/v1/configmaps?labelSelector={new string('(', 200_000)}")).Expect(400);
        (await Server.GetAsync($"/api/v1/configmaps?fieldSelector={string.Join(',', Enumerable.Repeat("metadata.name!=a", 10_000))}")).Expect(200);
        (await Server.GetAsync($"/api/v1/configmaps?continue={new string('A', 200_000)}")).Expect(400);
        (await Server.GetAsync("/" + string.Join('/', Enumerable.Repeat("a", 50_000)))).Expect(404);
        (await Server.GetAsync("/api/v1/namespaces", string.Join(',', Enumerable.Repeat("a/b;q=0.1", 5_000)))).Expect(406);
    }

    private static void Check(Reply reply, string request, byte[]? body)
    {
        if (reply.Code >= 500 && !reply.Text.Contains("ResourceVersionTooLarge", StringComparison.Ordinal))
        {
            Assert.Fail($"{request} {(body is null ? "" : Encoding.UTF8.GetString(body))}\n{Convert.ToHexString(body ?? [])}\n{reply.Code} {reply.Text}");
        }

        if (reply.Code >= 400)
        {
            Assert.Equal("Status", (string?)reply.Json["kind"]);
            Assert.DoesNotContain("System.", reply.Message, StringComparison.Ordinal);
        }
    }

    /// <summary>The fully populated object where the wire facts are at hand.</summary>
    private static string? Golden(ResourceInfo info)
    {
        var file = Path.Combine(Repository.ApiFacts ?? "", "golden", $"{(info.Group.Length == 0 ? "core" : info.Group)}.{info.Version}.{info.Kind}.json");
        return File.Exists(file) ? JsonNode.Parse(File.ReadAllText(file))!.ToJsonString() : null;
    }
}
