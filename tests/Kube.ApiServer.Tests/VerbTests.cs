using Kube.Api.Resources;

namespace Kube.ApiServer.Tests;

/// <summary>What single verbs do; <see cref="KindLifeTests"/> has all of them on all kinds.</summary>
public sealed class VerbTests(ServerFixture fixture)
{
    private TestServer Server => fixture.Server;

    [Fact]
    public async Task Create_GenerateName_AddsFiveCharacters()
    {
        var ns = await fixture.NamespaceAsync();
        var created = (await Server.PostAsync($"/api/v1/namespaces/{ns}/configmaps", """{"metadata":{"generateName":"web-"}}""")).Expect(201);
        Assert.Matches("^web-[bcdfghjklmnpqrstvwxz2456789]{5}$", (string)created.Json["metadata"]!["name"]!);
    }

    [Fact]
    public async Task Create_DryRun_StoresNothing()
    {
        var ns = await fixture.NamespaceAsync();
        (await Server.PostAsync($"/api/v1/namespaces/{ns}/configmaps?dryRun=All", Samples.ConfigMap("a"))).Expect(201);
        (await Server.GetAsync($"/api/v1/namespaces/{ns}/configmaps/a")).Expect(404);
        (await Server.PostAsync($"/api/v1/namespaces/{ns}/configmaps?dryRun=Some", Samples.ConfigMap("a"))).Expect(422);
    }

    [Fact]
    public async Task Create_Yaml_IsReadAsJson()
    {
        var ns = await fixture.NamespaceAsync();
        var created = (await Server.PostAsync($"/api/v1/namespaces/{ns}/configmaps", "metadata:\n  name: from-yaml\ndata:\n  a: \"1\"\n", "application/yaml")).Expect(201);
        Assert.Equal("1", (string)created.Json["data"]!["a"]!);
        var yaml = (await Server.GetAsync($"/api/v1/namespaces/{ns}/configmaps/from-yaml", "application/yaml")).Expect(200);
        Assert.Contains("kind: ConfigMap\n", yaml.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 201, 1)]
    [InlineData("?fieldValidation=Warn", 201, 1)]
    [InlineData("?fieldValidation=Ignore", 201, 0)]
    [InlineData("?fieldValidation=Strict", 400, 0)]
    [InlineData("?fieldValidation=Nonsense", 422, 0)]
    public async Task Create_UnknownField_IsTreatedAsAskedFor(string query, int code, int warnings)
    {
        var ns = await fixture.NamespaceAsync();
        var reply = (await Server.PostAsync($"/api/v1/namespaces/{ns}/configmaps{query}", """{"metadata":{"name":"a"},"spec":{"foo":1}}""")).Expect(code);
        Assert.Equal(warnings, reply.Warnings.Count);
        if (warnings > 0)
        {
            Assert.Equal("299 - \"unknown field \\\"spec\\\"\"", reply.Warnings[0]);
        }
    }

    [Fact]
    public async Task Update_NoResourceVersion_Overwrites()
    {
        var ns = await fixture.NamespaceAsync();
        (await Server.PostAsync($"/api/v1/namespaces/{ns}/configmaps", Samples.ConfigMap("a"))).Expect(201);
        var path = $"/api/v1/namespaces/{ns}/configmaps/a";
        Assert.Equal("2", (string)(await Server.PutAsync(path, """{"metadata":{"name":"a"},"data":{"a":"2"}}""")).Expect(200).Json["data"]!["a"]!);
        (await Server.PutAsync(path, """{"metadata":{"name":"b"}}""")).ExpectFailure(400, "BadRequest", "the name of the object (b) does not match the name on the URL (a)");
        (await Server.PutAsync(path, """{"metadata":{"name":"a","uid":"other"}}""")).Expect(409);
    }

    [Theory]
    [InlineData("configmaps", """{"data":{"a":"2"}}""", 400, "the name of the object (a based on URL) was undeterminable: name must be provided")]
    [InlineData("configmaps", """{"metadata":{"name":"a","namespace":"other"}}""", 400, "the namespace of the object (other) does not match the namespace on the request (NS)")]
    [InlineData("configmaps", """{"metadata":{"name":"a","resourceVersion":"1"}}""", 409, "Operation cannot be fulfilled on configmaps \"a\": the object has been modified; please apply your changes to the latest version and try again")]
    [InlineData("serviceaccounts", """{"metadata":{"name":"a"}}""", 422, "ServiceAccount \"a\" is invalid: metadata.resourceVersion: Invalid value: 0x0: must be specified for an update")]
    public async Task Update_DoesNotFit_IsRefused(string plural, string body, int code, string message)
    {
        var ns = await fixture.NamespaceAsync();
        (await Server.PostAsync($"/api/v1/namespaces/{ns}/{plural}", Samples.Of(Catalog.Find("", "v1", plural)!, "a", ns))).Expect(201);
        var reply = (await Server.PutAsync($"/api/v1/namespaces/{ns}/{plural}/a", body)).Expect(code);
        Assert.Equal(message.Replace("NS", ns), reply.Message);
    }

    [Fact]
    public async Task Write_KindWithoutNamespaces_ForgetsTheNamespace()
    {
        var ns = await fixture.NamespaceAsync();
        var made = (await Server.PostAsync("/api/v1/namespaces", $$$"""{"metadata":{"name":"{{{ns}}}x","namespace":"other"}}""")).Expect(201);
        Assert.Null(made.Json["metadata"]!["namespace"]);
        var updated = (await Server.PutAsync($"/api/v1/namespaces/{ns}x", $$$"""{"metadata":{"name":"{{{ns}}}x","namespace":"other","labels":{"a":"b"}} }""")).Expect(200);
        Assert.Null(updated.Json["metadata"]!["namespace"]);
    }

    // Metadata that belongs to the server: what a client says of it is refused or passed over, and nothing is written when nothing else changes.
    [Theory]
    [InlineData("""{"metadata":{"creationTimestamp":"2001-01-01T00:00:00Z","generation":7,"selfLink":"x","deletionTimestamp":"2001-01-01T00:00:00Z"}}""", 200)]
    [InlineData("""{"metadata":{"generateName":"x-"}}""", 200)]
    [InlineData("""{"metadata":{"uid":"other"}}""", 409)]
    [InlineData("""{"metadata":{"name":"other"}}""", 400)]
    public async Task Patch_ServersMetadata_ChangesNothing(string patch, int code)
    {
        var ns = await fixture.NamespaceAsync();
        var made = (await Server.PostAsync($"/api/v1/namespaces/{ns}/configmaps", Samples.ConfigMap("a"))).Expect(201);
        (await Server.PatchAsync($"/api/v1/namespaces/{ns}/configmaps/a", patch)).Expect(code);
        Assert.Equal(made.Text, (await Server.GetAsync($"/api/v1/namespaces/{ns}/configmaps/a")).Text);
    }

    [Theory]
    [InlineData("POST", "?fieldManager=LONG", "CreateOptions.meta.k8s.io \"\" is invalid: fieldManager: Too long: may not be more than 128 bytes")]
    [InlineData("PUT", "/a?fieldManager=a%00b", "UpdateOptions.meta.k8s.io \"\" is invalid: fieldManager: Invalid value: \"a\\u0000b\": should only contain printable characters")]
    [InlineData("PATCH", "/a?force=true&dryRun=Some", "PatchOptions.meta.k8s.io \"\" is invalid: [dryRun: Unsupported value: \"Some\": supported values: \"All\", force: Forbidden: may not be specified for non-apply patch]")]
    [InlineData("DELETE", "/a?dryRun=Some", "DeleteOptions.meta.k8s.io \"\" is invalid: dryRun: Unsupported value: \"Some\": supported values: \"All\"")]
    public async Task Write_WrongParameters_AreInvalid(string method, string query, string message) =>
        (await Server.SendAsync(new HttpMethod(method), "/api/v1/namespaces/default/configmaps" + query.Replace("LONG", new string('x', 129)), "{}"u8.ToArray(), "application/merge-patch+json"))
            .ExpectFailure(422, "Invalid", message);

    // Every way to write, asked for as a dry run, shows its outcome and leaves the object as it is.
    [Fact]
    public async Task Write_DryRun_ShowsAndLeaves()
    {
        var ns = await fixture.NamespaceAsync();
        var path = $"/apis/apps/v1/namespaces/{ns}/deployments/d";
        var made = (await Server.PostAsync($"/apis/apps/v1/namespaces/{ns}/deployments", Samples.Deployment("d"))).Expect(201);
        var changed = made.Text.Replace("\"replicas\":1", "\"replicas\":2");
        Assert.Equal(2, (int)(await Server.PutAsync(path + "?dryRun=All", changed)).Expect(200).Json["spec"]!["replicas"]!);
        Assert.Equal(3, (int)(await Server.PatchAsync(path + "?dryRun=All", """{"spec":{"replicas":3}}""")).Expect(200).Json["spec"]!["replicas"]!);
        Assert.Equal(4, (int)(await Server.PatchAsync(path + "?dryRun=All&fieldManager=m&force=1", """{"apiVersion":"apps/v1","kind":"Deployment","spec":{"replicas":4}}""", "apply-patch+yaml")).Expect(200).Json["spec"]!["replicas"]!);
        Assert.Equal(5, (int)(await Server.PatchAsync(path + "/scale?dryRun=All", """{"spec":{"replicas":5}}""")).Expect(200).Json["spec"]!["replicas"]!);
        Assert.Equal(6, (int)(await Server.PatchAsync(path + "/status?dryRun=All", """{"status":{"replicas":6}}""")).Expect(200).Json["status"]!["replicas"]!);
        (await Server.DeleteAsync(path + "?dryRun=All")).Expect(200);
        (await Server.DeleteAsync($"/apis/apps/v1/namespaces/{ns}/deployments?dryRun=All")).Expect(200);
        (await Server.PatchAsync($"{path}2?dryRun=All&fieldManager=m", Samples.Deployment("d2"), "apply-patch+yaml")).Expect(201);
        Assert.Equal(made.Text, (await Server.GetAsync(path)).Expect(200).Text);
        Assert.Single((await Server.GetAsync($"/apis/apps/v1/namespaces/{ns}/deployments")).Json["items"]!.AsArray());
    }

    [Fact]
    public async Task Update_Status_ChangesOnlyTheStatus()
    {
        var ns = await fixture.NamespaceAsync();
        (await Server.PostAsync($"/api/v1/namespaces/{ns}/pods", Samples.Pod("p"))).Expect(201);
        var path = $"/api/v1/namespaces/{ns}/pods/p";
        var updated = (await Server.PatchAsync(path + "/status", """{"spec":{"nodeName":"n"},"status":{"phase":"Running"}}""")).Expect(200);
        Assert.Equal("Running", (string)updated.Json["status"]!["phase"]!);
        Assert.Null(updated.Json["spec"]!["nodeName"]);
        Assert.Equal("Running", (string)(await Server.PatchAsync(path, """{"status":{"phase":"Failed"}}""")).Expect(200).Json["status"]!["phase"]!);
    }

    [Fact]
    public async Task Scale_Patch_ChangesReplicas()
    {
        var ns = await fixture.NamespaceAsync();
        (await Server.PostAsync($"/apis/apps/v1/namespaces/{ns}/deployments", Samples.Deployment("d"))).Expect(201);
        var path = $"/apis/apps/v1/namespaces/{ns}/deployments/d";
        var scale = (await Server.PatchAsync(path + "/scale", """{"spec":{"replicas":7}}""")).Expect(200);
        Assert.Equal(("Scale", 7), ((string)scale.Json["kind"]!, (int)scale.Json["spec"]!["replicas"]!));
        var deployment = (await Server.GetAsync(path)).Expect(200);
        Assert.Equal((7, 2), ((int)deployment.Json["spec"]!["replicas"]!, (int)deployment.Json["metadata"]!["generation"]!));
        (await Server.PatchAsync(path + "/scale", """{"spec":{"replicas":-1}}""")).Expect(422);
    }

    [Fact]
    public async Task Binding_TwoNodes_SecondIsRefused()
    {
        var ns = await fixture.NamespaceAsync();
        (await Server.PostAsync($"/api/v1/namespaces/{ns}/pods", Samples.Pod("p"))).Expect(201);
        var path = $"/api/v1/namespaces/{ns}/pods/p";
        (await Server.PostAsync(path + "/binding", """{"target":{"kind":"Node","name":"n1"}}""")).Expect(201);
        (await Server.PostAsync(path + "/binding", """{"target":{"kind":"Node","name":"n2"}}""")).ExpectFailure(
            409, "Conflict", "Operation cannot be fulfilled on pods \"p\": pod p is already assigned to node \"n1\"");
        var pod = (await Server.GetAsync(path)).Expect(200);
        Assert.Equal("n1", (string)pod.Json["spec"]!["nodeName"]!);
        Assert.Equal("PodScheduled", (string)pod.Json["status"]!["conditions"]![0]!["type"]!);
    }

    [Fact]
    public async Task Events_CoreAndEventsGroup_AreOneCollection()
    {
        var ns = await fixture.NamespaceAsync();
        var core = Catalog.Find("", "v1", "events")!;
        (await Server.PostAsync($"/api/v1/namespaces/{ns}/events", Samples.Of(core, "e", ns))).Expect(201);
        var seen = (await Server.GetAsync($"/apis/events.k8s.io/v1/namespaces/{ns}/events?fieldSelector=regarding.name=p")).Expect(200).Json["items"]!.AsArray().Single()!;
        Assert.Equal(("events.k8s.io/v1", "m"), ((string)seen["apiVersion"]!, (string)seen["note"]!));
    }
}
