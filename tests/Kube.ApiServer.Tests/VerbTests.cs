using Kube.Api.Resources;

namespace Kube.ApiServer.Tests;

/// <summary>Every verb on every kind of the catalog.</summary>
public sealed class VerbTests(ServerFixture fixture)
{
    private TestServer Server => fixture.Server;

    public static TheoryData<string> Kinds => [.. Catalog.All.Where(r => r.IsStored).Select(r => r.Info.GroupResource)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task AllVerbs_AnyKind_FollowOneObjectThroughItsLife(string kind)
    {
        var resource = Catalog.All.Single(r => r.Info.GroupResource == kind);
        var ns = await fixture.NamespaceAsync();
        var collection = resource.Info.CollectionPath(ns);
        var name = Samples.NameOf(resource, $"x-{ns}");
        var path = resource.Info.ObjectPath(ns, name);

        var created = (await Server.PostAsync(collection, Samples.Of(resource, name, ns))).Expect(201);
        Assert.Equal(resource.Info.Kind, (string)created.Json["kind"]!);
        Assert.NotNull(created.Json["metadata"]!["uid"]);
        Assert.EndsWith("Z", (string)created.Json["metadata"]!["creationTimestamp"]!, StringComparison.Ordinal);
        (await Server.PostAsync(collection, Samples.Of(resource, name, ns)))
            .ExpectFailure(409, "AlreadyExists", $"{kind} \"{name}\" already exists");

        var got = (await Server.GetAsync(path)).Expect(200);
        Assert.Equal(created.Text, got.Text);
        var list = (await Server.GetAsync($"{collection}?fieldSelector=metadata.name={name}")).Expect(200);
        Assert.Equal(resource.Info.Kind + "List", (string)list.Json["kind"]!);
        Assert.Equal(created.Text, list.Json["items"]!.AsArray().Single()!.ToJsonString(Kube.Api.ApiJson.Options));

        // Writing back what was read changes nothing, not even the revision.
        Assert.Equal(got.Revision, (await Server.PutAsync(path, got.Text)).Expect(200).Revision);
        var labelled = (await Server.PatchAsync(path, """{"metadata":{"labels":{"a":"b"}}}""")).Expect(200);
        Assert.NotEqual(got.Revision, labelled.Revision);
        (await Server.PutAsync(path, got.Text)).ExpectFailure(
            409, "Conflict", $"Operation cannot be fulfilled on {kind} \"{name}\": the object has been modified; please apply your changes to the latest version and try again");

        var table = (await Server.GetAsync(path, "application/json;as=Table;v=v1;g=meta.k8s.io")).Expect(200);
        Assert.Equal(table.Json["columnDefinitions"]!.AsArray().Count, table.Json["rows"]![0]!["cells"]!.AsArray().Count);
        var partial = (await Server.GetAsync(collection, "application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io")).Expect(200);
        Assert.Equal("PartialObjectMetadataList", (string)partial.Json["kind"]!);

        var deleted = (await Server.DeleteAsync(path + "?propagationPolicy=Background")).Expect(200);
        if (kind != "namespaces")
        {
            Assert.Equal("Success", (string)deleted.Json["status"]!);
            (await Server.GetAsync(path)).ExpectFailure(404, "NotFound", $"{kind} \"{name}\" not found");
        }
    }

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
    [InlineData("?fieldValidation=Nonsense", 400, 0)]
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
