using System.Text.Json.Nodes;
using Kube.Storage;

namespace Kube.ApiServer.Tests;

/// <summary>Quotas as clients meet them. There is no controller here, so the tests count for it.</summary>
public sealed class QuotaTests(ServerFixture fixture)
{
    private TestServer Server => fixture.Server;

    [Fact]
    public async Task Create_UpToTheBound_IsCounted_BeyondItIsRefused()
    {
        var ns = await fixture.NamespaceAsync();
        await QuotaAsync(Server, ns, """{"configmaps":"2"}""", """{"configmaps":"1"}""");
        (await Server.PostAsync($"/api/v1/namespaces/{ns}/configmaps", Samples.ConfigMap("a"))).Expect(201);
        (await Server.PostAsync($"/api/v1/namespaces/{ns}/configmaps", Samples.ConfigMap("b"))).ExpectFailure(
            403, "Forbidden", "configmaps \"b\" is forbidden: exceeded quota: q, requested: configmaps=1, used: configmaps=2, limited: configmaps=2");
        Assert.Equal("2", await UsedAsync(Server, ns, "configmaps"));
    }

    [Fact]
    public async Task Create_ThatFailsOrIsADryRun_IsNotCharged()
    {
        var ns = await fixture.NamespaceAsync();
        var path = $"/api/v1/namespaces/{ns}/configmaps";
        (await Server.PostAsync(path, Samples.ConfigMap("a"))).Expect(201);
        await QuotaAsync(Server, ns, """{"configmaps":"2"}""", """{"configmaps":"1"}""");
        (await Server.PostAsync(path, Samples.ConfigMap("a"))).Expect(409);
        (await Server.PostAsync(path + "?dryRun=All", Samples.ConfigMap("b"))).Expect(201);
        Assert.Equal("1", await UsedAsync(Server, ns, "configmaps"));

        (await Server.PostAsync(path, Samples.ConfigMap("b"))).Expect(201);
        (await Server.PostAsync(path + "?dryRun=All", Samples.ConfigMap("c"))).Expect(403);
    }

    [Fact]
    public async Task Create_RefusedByOneQuota_IsGivenBackToTheOther()
    {
        var ns = await fixture.NamespaceAsync();
        await QuotaAsync(Server, ns, """{"configmaps":"5"}""", """{"configmaps":"0"}""", "a");
        await QuotaAsync(Server, ns, """{"count/configmaps":"0"}""", """{"count/configmaps":"0"}""", "b");
        (await Server.PostAsync($"/api/v1/namespaces/{ns}/configmaps", Samples.ConfigMap("x"))).ExpectFailure(
            403, "Forbidden", "configmaps \"x\" is forbidden: exceeded quota: b, requested: count/configmaps=1, used: count/configmaps=0, limited: count/configmaps=0");
        Assert.Equal("0", await UsedAsync(Server, ns, "configmaps", "a"));
    }

    [Theory]
    [InlineData("deployments.apps")]
    [InlineData("leases.coordination.k8s.io")]
    [InlineData("resourcequotas")]
    [InlineData("pods")]
    public async Task Create_AnyKind_IsCountedByItsName(string kind)
    {
        var ns = await fixture.NamespaceAsync();
        var resource = Kube.Api.Resources.Catalog.All.Single(r => r.Info.GroupResource == kind);
        await QuotaAsync(Server, ns, $$"""{"count/{{kind}}":"1"}""", $$"""{"count/{{kind}}":"0"}""");
        (await Server.PostAsync(resource.Info.CollectionPath(ns), Samples.Of(resource, "a", ns))).Expect(201);
        (await Server.PostAsync(resource.Info.CollectionPath(ns), Samples.Of(resource, "b", ns))).Expect(403);
    }

    [Theory]
    [InlineData("", """{"limits.cpu":"1","memory":"1Gi"}""", "failed quota: q: must specify limits.cpu for: c; memory for: c")]
    [InlineData("""{"requests":{"cpu":"1500m"}}""", """{"requests.cpu":"1"}""", "exceeded quota: q, requested: requests.cpu=1500m, used: requests.cpu=0, limited: requests.cpu=1")]
    [InlineData("""{"limits":{"cpu":"2","memory":"2Gi"}}""", """{"limits.cpu":"1","limits.memory":"1Gi","pods":"5"}""", "exceeded quota: q, requested: limits.cpu=2,limits.memory=2Gi, used: limits.cpu=0,limits.memory=0, limited: limits.cpu=1,limits.memory=1Gi")]
    [InlineData("""{"limits":{"a.io/b":"2"}}""", """{"requests.a.io/b":"1"}""", "exceeded quota: q, requested: requests.a.io/b=2, used: requests.a.io/b=0, limited: requests.a.io/b=1")]
    public async Task Pod_BeyondItsQuota_IsToldWhy(string resources, string hard, string why)
    {
        var ns = await fixture.NamespaceAsync();
        var nothing = new JsonObject(JsonNode.Parse(hard)!.AsObject().Select(h => KeyValuePair.Create<string, JsonNode?>(h.Key, "0"))).ToJsonString();
        await QuotaAsync(Server, ns, hard, nothing);
        var pod = Samples.Pod("p").Replace("\"image\":\"i:1\"", "\"image\":\"i:1\"" + (resources.Length == 0 ? "" : ",\"resources\":" + resources));
        (await Server.PostAsync($"/api/v1/namespaces/{ns}/pods", pod)).ExpectFailure(403, "Forbidden", $"pods \"p\" is forbidden: {why}");
    }

    [Fact]
    public async Task Pod_UnderAQuotaNotYetCounted_IsRefused()
    {
        var ns = await fixture.NamespaceAsync();
        await QuotaAsync(Server, ns, """{"pods":"5"}""", "{}");
        (await Server.PostAsync($"/api/v1/namespaces/{ns}/pods", Samples.Pod("p"))).ExpectFailure(403, "Forbidden", "pods \"p\" is forbidden: status unknown for quota: q, resources: pods");
    }

    [Theory]
    [InlineData("\"scopes\":[\"BestEffort\"]", 403)]
    [InlineData("\"scopes\":[\"NotBestEffort\"]", 201)]
    [InlineData("\"scopes\":[\"Terminating\"]", 201)]
    [InlineData("\"scopes\":[\"NotTerminating\"]", 403)]
    [InlineData("\"scopes\":[\"CrossNamespacePodAffinity\"]", 201)]
    [InlineData("\"scopeSelector\":{\"matchExpressions\":[{\"scopeName\":\"PriorityClass\",\"operator\":\"Exists\"}]}", 201)]
    [InlineData("\"scopeSelector\":{\"matchExpressions\":[{\"scopeName\":\"PriorityClass\",\"operator\":\"NotIn\",\"values\":[\"a\"]}]}", 403)]
    public async Task Pod_IsBoundByQuotasOfItsScopesOnly(string scope, int code)
    {
        var ns = await fixture.NamespaceAsync();
        await QuotaAsync(Server, ns, """{"pods":"0"}""", """{"pods":"0"}""", scope: scope);
        (await Server.PostAsync($"/api/v1/namespaces/{ns}/pods", Samples.Pod("p"))).Expect(code);
    }

    [Fact]
    public async Task Service_ThatGrows_IsChargedForWhatIsMore()
    {
        var ns = await fixture.NamespaceAsync();
        await QuotaAsync(Server, ns, """{"services":"5","services.nodeports":"1"}""", """{"services":"0","services.nodeports":"0"}""");
        var path = $"/api/v1/namespaces/{ns}/services";
        (await Server.PostAsync(path, """{"metadata":{"name":"s"},"spec":{"ports":[{"port":80}]}}""")).Expect(201);
        (await Server.PatchAsync(path + "/s", """{"spec":{"type":"NodePort"}}""")).Expect(200);
        Assert.Equal(("1", "1"), (await UsedAsync(Server, ns, "services"), await UsedAsync(Server, ns, "services.nodeports")));
        (await Server.PatchAsync(path + "/s", """{"spec":{"ports":[{"name":"a","port":80},{"name":"b","port":81}]}}""")).Expect(403);
        (await Server.PatchAsync(path + "/s", """{"metadata":{"labels":{"a":"b"}}}""")).Expect(200);
    }

    [Fact]
    public async Task Claim_ThatGrows_IsChargedForWhatIsMore()
    {
        var ns = await fixture.NamespaceAsync();
        await QuotaAsync(Server, ns, """{"requests.storage":"3Gi","gold.storageclass.storage.k8s.io/requests.storage":"2Gi"}""", """{"requests.storage":"0","gold.storageclass.storage.k8s.io/requests.storage":"0"}""");
        var path = $"/api/v1/namespaces/{ns}/persistentvolumeclaims";
        const string Claim = """{"metadata":{"name":"NAME"},"spec":{"storageClassName":"gold","accessModes":["ReadWriteOnce"],"resources":{"requests":{"storage":"SIZE"}}}}""";
        (await Server.PostAsync(path, Claim.Replace("NAME", "a").Replace("SIZE", "1Gi"))).Expect(201);
        (await Server.PostAsync(path, Claim.Replace("NAME", "b").Replace("SIZE", "1500Mi"))).ExpectFailure(
            403, "Forbidden", "persistentvolumeclaims \"b\" is forbidden: exceeded quota: q, requested: gold.storageclass.storage.k8s.io/requests.storage=1500Mi, used: gold.storageclass.storage.k8s.io/requests.storage=1Gi, limited: gold.storageclass.storage.k8s.io/requests.storage=2Gi");
        Assert.Equal("1Gi", await UsedAsync(Server, ns, "requests.storage"));
    }

    [Fact]
    public async Task Pod_Resized_IsChargedForWhatIsMore()
    {
        var ns = await fixture.NamespaceAsync();
        await QuotaAsync(Server, ns, """{"requests.cpu":"2"}""", """{"requests.cpu":"0"}""");
        var path = $"/api/v1/namespaces/{ns}/pods";
        (await Server.PostAsync(path, """{"metadata":{"name":"p"},"spec":{"containers":[{"name":"c","image":"i:1","resources":{"requests":{"cpu":"1"}}}]}}""")).Expect(201);
        (await Server.PatchAsync(path + "/p/resize", """{"spec":{"containers":[{"name":"c","resources":{"requests":{"cpu":"1500m"}}}]}}""", "strategic-merge-patch+json")).Expect(200);
        Assert.Equal("1500m", await UsedAsync(Server, ns, "requests.cpu"));
        (await Server.PatchAsync(path + "/p/resize", """{"spec":{"containers":[{"name":"c","resources":{"requests":{"cpu":"3"}}}]}}""", "strategic-merge-patch+json")).Expect(403);
        Assert.Equal("1500m", await UsedAsync(Server, ns, "requests.cpu"));
    }

    [Fact]
    public async Task ParallelCreates_OnMemory_NeverOvershoot()
    {
        await using var store = new MemoryStore(TimeProvider.System);
        await OvershootAsync(store);
    }

    [Fact]
    public async Task ParallelCreates_OnEtcdThroughTwoServers_NeverOvershoot()
    {
        await using var etcd = await EtcdProcess.StartNewAsync();
        await using var store = new EtcdStore(new EtcdStoreOptions { Endpoints = [etcd.Endpoint] }, TimeProvider.System);
        await OvershootAsync(store);
    }

    private static async Task OvershootAsync(IStore store)
    {
        const int Allowed = 40, Writers = 120;
        await using var server = await TestServer.StartAsync(store);
        await using var other = await TestServer.StartAsync(store);
        await QuotaAsync(server, "default", $$"""{"pods":"{{Allowed}}","count/pods":"{{Allowed + 5}}"}""", """{"pods":"0","count/pods":"0"}""");
        (await other.GetAsync("/api/v1/namespaces/default/resourcequotas/q")).Expect(200);
        var replies = await Task.WhenAll(Enumerable.Range(0, Writers).Select(i => (i % 2 == 0 ? server : other).PostAsync("/api/v1/namespaces/default/pods", Samples.Pod($"p{i}"))));

        Assert.Equal((Allowed, Writers - Allowed), (replies.Count(r => r.Code == 201), replies.Count(r => r.Code == 403)));
        Assert.Equal(Allowed, (await server.GetAsync("/api/v1/namespaces/default/pods")).Json["items"]!.AsArray().Count);
        Assert.Equal((Allowed.ToString(), Allowed.ToString()), (await UsedAsync(server, "default", "pods"), await UsedAsync(server, "default", "count/pods")));
    }

    /// <summary>A quota that has been counted.</summary>
    private static async Task QuotaAsync(TestServer server, string ns, string hard, string used, string name = "q", string scope = "")
    {
        var path = $"/api/v1/namespaces/{ns}/resourcequotas";
        (await server.PostAsync(path, $$$"""{"metadata":{"name":"{{{name}}}"},"spec":{"hard":{{{hard}}}{{{(scope.Length == 0 ? "" : "," + scope)}}}}}""")).Expect(201);
        (await server.PatchAsync($"{path}/{name}/status", $$$"""{"status":{"hard":{{{hard}}},"used":{{{used}}}}}""")).Expect(200);

        // A consistent read: the server has seen the status when it answers.
        (await server.GetAsync($"{path}/{name}")).Expect(200);
    }

    private static async Task<string?> UsedAsync(TestServer server, string ns, string resource, string name = "q") =>
        (string?)(await server.GetAsync($"/api/v1/namespaces/{ns}/resourcequotas/{name}")).Expect(200).Json["status"]!["used"]![resource];
}
