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

    public static TheoryData<string> Kinds => [.. Catalog.All.Where(r => r.IsStored).Select(r => r.Info.GroupResource)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Request_Spoiled_IsTheClientsFault(string kind)
    {
        var resource = Catalog.All.Single(r => r.Info.GroupResource == kind);
        var ns = await fixture.NamespaceAsync();
        var name = Samples.NameOf(resource, $"s-{ns}");
        var (collection, path, spoiler) = (resource.Info.CollectionPath(ns), resource.Info.ObjectPath(ns, name), new Spoiler(kind));
        var sample = Samples.Of(resource, name, ns);
        var stored = (await Server.PostAsync(collection, sample)).Expect(201).Text;
        var golden = Golden(resource.Info)?.Replace("\"name\":\"nameValue\"", $"\"name\":\"{name}\"") ?? sample;
        for (var i = 0; i < Rounds; i++)
        {
            var whole = spoiler.Pick(sample, golden, stored);
            await Task.WhenAll(
                SendAsync("POST", collection + "?dryRun=All", spoiler.Json(whole), "application/json"),
                SendAsync("POST", collection + "?dryRun=All&fieldValidation=Strict", spoiler.Yaml(whole), "application/yaml"),
                SendAsync("POST", collection + "?dryRun=All", spoiler.Protobuf(resource.Info), "application/vnd.kubernetes.protobuf"),
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
            foreach (var part in resource.Subresources.Where(s => !s_needKubelets.Contains(s.Name)))
            {
                await SendAsync("POST", $"{path}/{part.Name}?dryRun=All", spoiler.Json(whole), "application/json");
                await SendAsync("PUT", $"{path}/{part.Name}?dryRun=All", spoiler.Json(spoiler.Pick(stored, golden)), "application/json");
                await SendAsync("PATCH", $"{path}/{part.Name}?dryRun=All", spoiler.Json(whole), spoiler.Pick("application/merge-patch+json", "application/strategic-merge-patch+json"));
            }
        }

        (await Server.GetAsync(path)).Expect(200);
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

    private async Task SendAsync(string method, string path, byte[]? body, string? contentType)
    {
        var reply = await Server.SendAsync(new HttpMethod(method), path, body, contentType).WaitAsync(TimeSpan.FromSeconds(20));
        if (reply.Code >= 500 && !reply.Text.Contains("ResourceVersionTooLarge", StringComparison.Ordinal))
        {
            Assert.Fail($"{method} {path}\n{contentType} {(body is null ? "" : Encoding.UTF8.GetString(body))}\n{Convert.ToHexString(body ?? [])}\n{reply.Code} {reply.Text}");
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
