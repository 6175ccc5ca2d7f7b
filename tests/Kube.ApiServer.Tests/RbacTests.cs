using System.Text.Json.Nodes;
using Kube.ApiServer.Authorization;
using Kube.Storage;

namespace Kube.ApiServer.Tests;

/// <summary>What a server makes at its start, and what users may do under it.</summary>
public sealed class RbacTests
{
    private const string Rbac = "/apis/rbac.authorization.k8s.io/v1";

    [Fact]
    public async Task Start_MakesTheObjectsEveryClusterHas()
    {
        await using var store = new MemoryStore(TimeProvider.System);
        await using var server = await TestServer.StartAsync(store);

        Assert.Equal(
            ["admin", "cluster-admin", "edit", "system:aggregate-to-admin", "system:aggregate-to-edit", "system:aggregate-to-view", "system:basic-user", "system:discovery", "system:node-bootstrapper", "system:public-info-viewer", "view"],
            Names(await server.GetAsync($"{Rbac}/clusterroles?labelSelector=kubernetes.io/bootstrapping=rbac-defaults")));
        Assert.Equal(["cluster-admin", "system:basic-user", "system:discovery", "system:node-bootstrapper", "system:public-info-viewer"], Names(await server.GetAsync($"{Rbac}/clusterrolebindings")));
        Assert.Equal(["catch-all", "exempt"], Names(await server.GetAsync("/apis/flowcontrol.apiserver.k8s.io/v1/flowschemas")));
        Assert.Equal(["catch-all", "exempt"], Names(await server.GetAsync("/apis/flowcontrol.apiserver.k8s.io/v1/prioritylevelconfigurations")));
        var range = (await server.GetAsync("/apis/networking.k8s.io/v1/servicecidrs/kubernetes")).Expect(200).Json;
        Assert.Equal(("10.96.0.0/16", "Ready", "True"), ((string)range["spec"]!["cidrs"]![0]!, (string)range["status"]!["conditions"]![0]!["type"]!, (string)range["status"]!["conditions"]![0]!["status"]!));
    }

    [Fact]
    public async Task User_GivenEditInANamespace_MayWhatItSays()
    {
        await using var store = new MemoryStore(TimeProvider.System);
        await using var server = await TestServer.StartAsync(store, o => o with { AuthorizationMode = AuthorizationMode.Rbac, Tokens = [.. o.Tokens, "janes,jane,2,\"team\""] });
        const string maps = "/api/v1/namespaces/default/configmaps";

        (await AsJaneAsync(server, HttpMethod.Get, maps)).ExpectFailure(
            403, "Forbidden", "configmaps is forbidden: User \"jane\" cannot list resource \"configmaps\" in API group \"\" in the namespace \"default\"");
        (await AsJaneAsync(server, HttpMethod.Get, "/api/v1/nodes/n")).ExpectFailure(
            403, "Forbidden", "nodes \"n\" is forbidden: User \"jane\" cannot get resource \"nodes\" in API group \"\" at the cluster scope");
        (await AsJaneAsync(server, HttpMethod.Get, "/metrics")).ExpectFailure(403, "Forbidden", "forbidden: User \"jane\" cannot get path \"/metrics\"");
        (await AsJaneAsync(server, HttpMethod.Get, "/api")).Expect(200);

        var bound = (await server.PostAsync(
            $"{Rbac}/namespaces/default/rolebindings",
            """{"metadata":{"name":"b"},"roleRef":{"kind":"ClusterRole","name":"edit"},"subjects":[{"kind":"Group","name":"team"}]}""")).Expect(201);
        await server.GetAsync($"{Rbac}/namespaces/default/rolebindings?resourceVersion={bound.Revision}"); // The cache is as new as that now.

        (await AsJaneAsync(server, HttpMethod.Get, maps)).Expect(200);
        (await AsJaneAsync(server, HttpMethod.Post, maps, Samples.ConfigMap("c"))).Expect(201);
        (await AsJaneAsync(server, HttpMethod.Get, "/api/v1/namespaces/default")).Expect(200);
        (await AsJaneAsync(server, HttpMethod.Get, "/api/v1/namespaces/kube-system/configmaps")).Expect(403);
        (await AsJaneAsync(server, HttpMethod.Get, $"{Rbac}/namespaces/default/roles")).Expect(403);
    }

    [Fact]
    public async Task SigningRequest_ApprovedAndIssued_ByPathsOfTheirOwn()
    {
        await using var store = new MemoryStore(TimeProvider.System);
        await using var server = await TestServer.StartAsync(store);
        const string path = "/apis/certificates.k8s.io/v1/certificatesigningrequests";
        var body = """{"metadata":{"name":"r"},"spec":{"request":"REQUEST","signerName":"a.io/s","usages":["client auth"],"username":"root"}}""".Replace("REQUEST", Samples.CertificateRequest);

        var made = (await server.PostAsync(path, body)).Expect(201).Json;
        Assert.Equal("tester", (string)made["spec"]!["username"]!);

        made["status"] = JsonNode.Parse("""{"conditions":[{"type":"Approved","status":"True","reason":"Test"}]}""");
        (await server.PutAsync(path + "/r/status", made.ToJsonString())).ExpectFailure(
            422, "Invalid", "CertificateSigningRequest.certificates.k8s.io \"r\" is invalid: status.conditions: Forbidden: updates may not add a condition of type \"Approved\"");
        var approved = (await server.PutAsync(path + "/r/approval", made.ToJsonString())).Expect(200).Json;
        Assert.NotNull(approved["status"]!["conditions"]![0]!["lastTransitionTime"]);
        (await server.PatchAsync(path + "/r/status", """{"status":{"conditions":null}}""")).Expect(422);
        Assert.Equal("True", (string)(await server.GetAsync(path + "/r/approval")).Expect(200).Json["status"]!["conditions"]![0]!["status"]!);
    }

    private static List<string> Names(Reply list) => [.. list.Expect(200).Json["items"]!.AsArray().Select(i => (string)i!["metadata"]!["name"]!)];

    private static async Task<Reply> AsJaneAsync(TestServer server, HttpMethod method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer janes");
        if (body is not null)
        {
            request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        }

        using var response = await server.Anonymous.SendAsync(request);
        return await Reply.ReadAsync(response);
    }
}
