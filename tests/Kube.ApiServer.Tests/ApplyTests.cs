using System.Text.Json.Nodes;

namespace Kube.ApiServer.Tests;

/// <summary>Server-side apply through the server: creation, ownership, conflicts, other writers and the status.</summary>
public sealed class ApplyTests(ServerFixture fixture)
{
    private TestServer Server => fixture.Server;

    [Fact]
    public async Task Apply_NoSuchObject_MakesItAndThenChangesIt()
    {
        var path = await ConfigMapAsync();
        var made = await ApplyAsync(path, "ann", "data: {a: '1', b: '1'}", 201);
        Assert.Equal("ann Apply", Owners(made));
        var changed = await ApplyAsync(path, "ann", "data: {a: '2'}", 200);
        Assert.Equal("""{"a":"2"}""", changed["data"]!.ToJsonString());
    }

    [Fact]
    public async Task Apply_Repeated_WritesNothing()
    {
        var path = await ConfigMapAsync();
        var first = await ApplyAsync(path, "ann", "data: {a: '1'}", 201);
        var second = await ApplyAsync(path, "ann", "data: {a: '1'}", 200);
        Assert.Equal((string?)first["metadata"]!["resourceVersion"], (string?)second["metadata"]!["resourceVersion"]);
    }

    [Fact]
    public async Task Apply_FieldOfAnother_ConflictsUnlessForced()
    {
        var path = await ConfigMapAsync();
        await ApplyAsync(path, "ann", "data: {a: '1', b: '1'}", 201);
        var conflict = await ApplyAsync(path, "ben", "data: {a: '2', b: '2'}", 409);
        Assert.Equal("Conflict", (string?)conflict["reason"]);
        Assert.Equal("Apply failed with 2 conflicts: conflicts with \"ann\":\n- .data.a\n- .data.b", (string?)conflict["message"]);
        var causes = conflict["details"]!["causes"]!.AsArray();
        Assert.Equal(["FieldManagerConflict .data.a", "FieldManagerConflict .data.b"], causes.Select(c => $"{c!["reason"]} {c["field"]}"));
        var forced = await ApplyAsync(path, "ben", "data: {a: '2', b: '2'}", 200, "&force=true");
        Assert.Equal("ben Apply", Owners(forced));
    }

    [Fact]
    public async Task Apply_AfterAnotherWriterChangedTheField_Conflicts()
    {
        var path = await ConfigMapAsync();
        await ApplyAsync(path, "ann", "data: {a: '1'}", 201);
        var patched = (await Server.PatchAsync(path + "?fieldManager=editor", """{"data":{"a":"9"}}""", "merge-patch+json")).Expect(200);
        Assert.Equal("editor Update", Owners(patched.Json));
        var conflict = await ApplyAsync(path, "ann", "data: {a: '1'}", 409);
        Assert.Equal("Apply failed with 1 conflict: conflict with \"editor\" using v1: .data.a", (string?)conflict["message"]);
    }

    // One empty entry takes the owners away; an empty list, or what cannot be read, comes from clients that do not know the field.
    [Theory]
    [InlineData("[{}]", null)]
    [InlineData("[]", "ann Apply")]
    [InlineData("null", "ann Apply")]
    [InlineData("""[{"manager":"m","operation":"Nonsense","apiVersion":"v1","fieldsType":"FieldsV1","fieldsV1":{"f:data":{}}}]""", "ann Apply")]
    [InlineData("""[{"manager":"m","operation":"Update","apiVersion":"v1","fieldsType":"FieldsV1","fieldsV1":{"k:nonsense":{}}}]""", "ann Apply")]
    [InlineData("""[{"manager":"m","operation":"Update","apiVersion":"v1","fieldsType":"FieldsV1","fieldsV1":{"f:data":{"f:a":{}}}}]""", "m Update")]
    public async Task Update_WithOwnersOfItsOwn_KeepsThoseThatMakeSense(string owners, string? left)
    {
        var path = await ConfigMapAsync();
        await ApplyAsync(path, "ann", "data: {a: '1'}", 201);
        var patched = (await Server.PatchAsync(path, "{\"metadata\":{\"managedFields\":" + owners + "}}", "merge-patch+json")).Expect(200);
        Assert.Equal(left, patched.Json["metadata"]!["managedFields"] is null ? null : Owners(patched.Json));
    }

    [Fact]
    public async Task Apply_Scale_OwnsTheReplicasApart()
    {
        var ns = await fixture.NamespaceAsync();
        var path = $"/apis/apps/v1/namespaces/{ns}/deployments/d";
        (await Server.PatchAsync(path + "?fieldManager=ann", Samples.Deployment("d").Replace("\"spec\":{\"selector", "\"spec\":{\"replicas\":2,\"selector"), "apply-patch+yaml")).Expect(201);
        var conflict = (await Server.PatchAsync(path + "/scale?fieldManager=scaler", Scale(5), "apply-patch+yaml")).Expect(409);
        Assert.Equal("Apply failed with 1 conflict: conflict with \"ann\": .spec.replicas", conflict.Message);
        var scale = (await Server.PatchAsync(path + "/scale?fieldManager=scaler&force=true", Scale(5), "apply-patch+yaml")).Expect(200).Json;
        Assert.Equal(("Scale", 5), ((string)scale["kind"]!, (int)scale["spec"]!["replicas"]!));
        var owner = (await Server.GetAsync(path)).Json["metadata"]!["managedFields"]!.AsArray().Single(e => (string?)e!["manager"] == "scaler")!;
        Assert.Equal(("scale", "apps/v1", """{"f:spec":{"f:replicas":{}}}"""), ((string)owner["subresource"]!, (string)owner["apiVersion"]!, owner["fieldsV1"]!.ToJsonString()));

        static string Scale(int replicas) => $"apiVersion: autoscaling/v1\nkind: Scale\nspec: {{replicas: {replicas}}}";
    }

    [Fact]
    public async Task Apply_UidOfNoObject_Conflicts()
    {
        var path = await ConfigMapAsync();
        var conflict = await ApplyAsync(path, "ann", "metadata: {uid: gone}", 409);
        Assert.EndsWith("uid mismatch: the provided object specified uid gone, and no existing object was found", (string)conflict["message"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Apply_RevisionOfThePast_Conflicts()
    {
        var path = await ConfigMapAsync();
        await ApplyAsync(path, "ann", "data: {a: '1'}", 201);
        var conflict = await ApplyAsync(path, "ann", "metadata: {resourceVersion: '1'}", 409);
        Assert.EndsWith("the object has been modified; please apply your changes to the latest version and try again", (string)conflict["message"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Apply_Status_LeavesTheSpecAndIsOwnedApart()
    {
        var ns = await fixture.NamespaceAsync();
        var path = $"/apis/apps/v1/namespaces/{ns}/deployments/d";
        (await Server.PostAsync($"/apis/apps/v1/namespaces/{ns}/deployments", Samples.Deployment("d"))).Expect(201);
        var body = """{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"d"},"spec":{"replicas":7},"status":{"replicas":3}}""";
        var applied = (await Server.PatchAsync(path + "/status?fieldManager=ann", body, "apply-patch+yaml")).Expect(200).Json;
        Assert.Equal(3, (int)applied["status"]!["replicas"]!);
        Assert.NotEqual(7, (int)applied["spec"]!["replicas"]!);
        var entry = applied["metadata"]!["managedFields"]!.AsArray().Single(e => (string?)e!["manager"] == "ann")!;
        Assert.Equal("status", (string?)entry["subresource"]);
        Assert.Equal("""{"f:status":{"f:replicas":{}}}""", entry["fieldsV1"]!.ToJsonString());
    }

    [Theory]
    [InlineData("", "data: {a: '1'}", 422)]
    [InlineData("?fieldManager=ann", "data: [", 400)]
    [InlineData("?fieldManager=ann", "data: {a: 1}", 400)]
    [InlineData("?fieldManager=ann", "metadata: {managedFields: [{manager: x}]}", 400)]
    [InlineData("?fieldManager=ann", "metadata: {name: other}", 400)]
    [InlineData("?fieldManager=ann&fieldValidation=Strict", "dat: {}", 400)]
    public async Task Apply_Wrong_IsRefused(string query, string fields, int code)
    {
        var path = await ConfigMapAsync();
        var reply = (await Server.PatchAsync(path + query, $"apiVersion: v1\nkind: ConfigMap\n{fields}\n", "apply-patch+yaml")).Expect(code);
        Assert.Equal("Status", (string?)reply.Json["kind"]);
    }

    [Fact]
    public async Task Apply_ManyManagersAtOnce_NoneIsLost()
    {
        var path = await ConfigMapAsync();
        await Task.WhenAll(Enumerable.Range(0, 12).Select(async i =>
            Assert.True((await Server.PatchAsync($"{path}?fieldManager=m{i}", $"apiVersion: v1\nkind: ConfigMap\ndata: {{k{i}: v}}\n", "apply-patch+yaml")).Code is 200 or 201)));
        var all = (await Server.GetAsync(path)).Expect(200).Json;
        Assert.Equal(12, all["data"]!.AsObject().Count);
        Assert.Equal(12, all["metadata"]!["managedFields"]!.AsArray().Count);
    }

    private async Task<string> ConfigMapAsync() => $"/api/v1/namespaces/{await fixture.NamespaceAsync()}/configmaps/a";

    private async Task<JsonNode> ApplyAsync(string path, string manager, string fields, int code, string query = "") =>
        (await Server.PatchAsync($"{path}?fieldManager={manager}{query}", $"apiVersion: v1\nkind: ConfigMap\n{fields}\n", "apply-patch+yaml")).Expect(code).Json;

    private static string Owners(JsonNode obj) =>
        string.Join(", ", obj["metadata"]!["managedFields"]!.AsArray().Select(e => $"{e!["manager"]} {e["operation"]}"));
}
