using System.Text.Json.Nodes;

namespace Kube.ApiServer.Tests.CustomResources;

/// <summary>Objects of custom kinds do what objects of built-in kinds do, by the rules of their schema.</summary>
public sealed class CustomObjectTests(CustomKindsFixture fixture) : IClassFixture<CustomKindsFixture>
{
    private const string TableForm = "application/json;as=Table;g=meta.k8s.io;v=v1";

    private TestServer Server => fixture.Server;

    [Fact]
    public async Task Create_FieldsAbsentAndUnknown_AreDefaultedAndPruned()
    {
        var widgets = await fixture.DefineAsync(Widgets.Full);
        var made = await widgets.CreateAsync("a", """ "spec":{"extra":1,"parts":[{"name":"x","more":2}],"free":{"any":{"thing":1.50}}},"status":{"phase":"Done"},"other":{} """);
        Assert.Equal("""{"parts":[{"name":"x","size":1}],"free":{"any":{"thing":1.50}},"color":"red"}""", made.Json["spec"]!.ToJsonString());
        Assert.Null(made.Json["status"]);
        Assert.Null(made.Json["other"]);
        Assert.Equal(1, (int)made.Json["metadata"]!["generation"]!);
        Assert.Equal(["unknown field \"other\"", "unknown field \"spec.extra\"", "unknown field \"spec.parts[0].more\""], made.Warnings.Select(w => w[7..^1].Replace("\\\"", "\"", StringComparison.Ordinal)).Order());
        Assert.Equal(made.Text.Trim(), (await Server.GetAsync(widgets.Of("a"))).Expect(200).Text.Trim());
    }

    [Fact]
    public async Task Create_StrictAndInvalid_IsRefusedWithEveryPath()
    {
        var widgets = await fixture.DefineAsync(Widgets.Full);
        (await Server.PostAsync(widgets.Of() + "?fieldValidation=Strict", widgets.Body("a", """ "spec":{"extra":1,"color":"red","color":"blue"} """)))
            .ExpectFailure(400, "BadRequest", "Widget in version \"v1\" cannot be handled as a Widget: strict decoding error: duplicate field \"spec.color\", unknown field \"spec.extra\"");
        var refused = (await Server.PostAsync(widgets.Of(), widgets.Body("a", """ "spec":{"color":"green","replicas":-1} """))).Expect(422);
        Assert.StartsWith($"Widget.{widgets.Group} \"a\" is invalid: [", refused.Message, StringComparison.Ordinal);
        Assert.Contains("spec.color: Unsupported value: \"green\": supported values: \"red\", \"blue\"", refused.Message, StringComparison.Ordinal);
        Assert.Contains("spec.replicas", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Update_SpecAndStatus_AreKeptApartAndRaiseTheGeneration()
    {
        var widgets = await fixture.DefineAsync(Widgets.Full);
        await widgets.CreateAsync("a", """ "spec":{"replicas":1} """);
        var status = (await Server.PatchAsync(widgets.Of("a/status"), """{"spec":{"replicas":9},"status":{"phase":"Up","replicas":1}}""")).Expect(200).Json;
        Assert.Equal((1, "Up", 1), ((int)status["spec"]!["replicas"]!, (string)status["status"]!["phase"]!, (int)status["metadata"]!["generation"]!));
        var changed = (await Server.PatchAsync(widgets.Of("a"), """{"metadata":{"labels":{"x":"y"}},"spec":{"replicas":2},"status":null}""")).Expect(200).Json;
        Assert.Equal((2, "Up", 2), ((int)changed["spec"]!["replicas"]!, (string)changed["status"]!["phase"]!, (int)changed["metadata"]!["generation"]!));
        var labelled = (await Server.PatchAsync(widgets.Of("a"), """{"metadata":{"labels":{"x":"z"}}}""")).Expect(200).Json;
        Assert.Equal(2, (int)labelled["metadata"]!["generation"]!);
        Assert.Equal(422, (await Server.PatchAsync(widgets.Of("a/status"), """{"status":{"phase":1}}""")).Code);
    }

    [Fact]
    public async Task Update_KindWithoutStatusSubresource_StatusIsAFieldLikeOthers()
    {
        var widgets = await fixture.DefineAsync("""{"name":"v1","served":true,"storage":true,"schema":{"openAPIV3Schema":{"type":"object","x-kubernetes-preserve-unknown-fields":true}}}""");
        var made = (await widgets.CreateAsync("a", """ "status":{"phase":"Up"} """)).Json;
        Assert.Equal("Up", (string)made["status"]!["phase"]!);
        Assert.Equal(2, (int)(await Server.PatchAsync(widgets.Of("a"), """{"status":{"phase":"Down"}}""")).Expect(200).Json["metadata"]!["generation"]!);
        Assert.Equal(404, (await Server.GetAsync(widgets.Of("a/status"))).Code);
        Assert.Equal(404, (await Server.GetAsync(widgets.Of("a/scale"))).Code);
    }

    [Fact]
    public async Task Update_WithoutResourceVersionAndUnchanged_OverwritesAndWritesNothing()
    {
        var widgets = await fixture.DefineAsync(Widgets.Full);
        var made = await widgets.CreateAsync("a", """ "spec":{"replicas":1} """);
        Assert.Equal(made.Revision, (await Server.PutAsync(widgets.Of("a"), widgets.Body("a", """ "spec":{"replicas":1} """))).Expect(200).Revision);
        Assert.NotEqual(made.Revision, (await Server.PutAsync(widgets.Of("a"), widgets.Body("a", """ "spec":{"replicas":2} """))).Expect(200).Revision);
        var stale = made.Json.DeepClone();
        (await Server.PutAsync(widgets.Of("a"), stale.ToJsonString())).Expect(409);
    }

    [Fact]
    public async Task Patch_OfEachKind_WorksOrSaysWhatWould()
    {
        var widgets = await fixture.DefineAsync(Widgets.Full);
        await widgets.CreateAsync("a", """ "spec":{"parts":[{"name":"x"}]} """);
        Assert.Equal("blue", (string)(await Server.PatchAsync(widgets.Of("a"), """[{"op":"replace","path":"/spec/color","value":"blue"}]""", "json-patch+json")).Expect(200).Json["spec"]!["color"]!);
        (await Server.PatchAsync(widgets.Of("a"), """{"spec":{"parts":[{"name":"y"}]}}""", "strategic-merge-patch+json")).ExpectFailure(
            415, "UnsupportedMediaType", "the body of the request was in an unknown format - accepted media types include: application/json-patch+json, application/merge-patch+json, application/apply-patch+yaml");
        var protobuf = await Server.SendAsync(HttpMethod.Post, widgets.Of(), [0x6b, 0x38, 0x73, 0], "application/vnd.kubernetes.protobuf");
        protobuf.ExpectFailure(415, "UnsupportedMediaType", "the body of the request was in an unknown format - accepted media types include: application/json, application/yaml");
        Assert.Equal(406, (await Server.GetAsync(widgets.Of("a"), "application/vnd.kubernetes.protobuf")).Code);
    }

    [Fact]
    public async Task Apply_TwoManagers_ShareAMapListAndConflictOnAField()
    {
        var widgets = await fixture.DefineAsync(Widgets.Full);
        string Applied(string spec) => $$"""{"apiVersion":"{{widgets.Group}}/v1","kind":"Widget","metadata":{"name":"a"},"spec":{{spec}}}""";
        (await Server.PatchAsync(widgets.Of("a") + "?fieldManager=one", Applied("""{"color":"blue","parts":[{"name":"x","size":3}]}"""), "apply-patch+yaml")).Expect(201);
        var both = (await Server.PatchAsync(widgets.Of("a") + "?fieldManager=two", Applied("""{"parts":[{"name":"y"}]}"""), "apply-patch+yaml")).Expect(200).Json;
        Assert.Equal("""[{"name":"x","size":3},{"name":"y","size":1}]""", both["spec"]!["parts"]!.ToJsonString());
        var conflict = (await Server.PatchAsync(widgets.Of("a") + "?fieldManager=two", Applied("""{"color":"red","parts":[{"name":"y"}]}"""), "apply-patch+yaml")).Expect(409);
        Assert.Equal("Apply failed with 1 conflict: conflict with \"one\": .spec.color", conflict.Message);
        var less = (await Server.PatchAsync(widgets.Of("a") + "?fieldManager=one", Applied("""{"color":"blue"}"""), "apply-patch+yaml")).Expect(200).Json;
        Assert.Equal("""[{"name":"y","size":1}]""", less["spec"]!["parts"]!.ToJsonString());
        Assert.Equal(400, (await Server.PatchAsync(widgets.Of("a") + "?fieldManager=one&fieldValidation=Strict", Applied("""{"nope":1}"""), "apply-patch+yaml")).Code);
        (await Server.PatchAsync(widgets.Of("a/status") + "?fieldManager=ctl", $$$"""{"apiVersion":"{{{widgets.Group}}}/v1","kind":"Widget","metadata":{"name":"a"},"status":{"phase":"Up"}}""", "apply-patch+yaml")).Expect(200);
        Assert.Equal("Up", (string)(await Server.GetAsync(widgets.Of("a"))).Json["status"]!["phase"]!);
    }

    [Fact]
    public async Task Scale_ReadAndWritten_MapsToTheDeclaredPaths()
    {
        var widgets = await fixture.DefineAsync(Widgets.Full);
        await widgets.CreateAsync("a", """ "spec":{"replicas":1} """);
        (await Server.PatchAsync(widgets.Of("a/status"), """{"status":{"replicas":1,"selector":"app=x"}}""")).Expect(200);
        var scale = (await Server.GetAsync(widgets.Of("a/scale"))).Expect(200).Json;
        Assert.Equal(("Scale", 1, 1, "app=x"), ((string)scale["kind"]!, (int)scale["spec"]!["replicas"]!, (int)scale["status"]!["replicas"]!, (string)scale["status"]!["selector"]!));
        (await Server.PatchAsync(widgets.Of("a/scale"), """{"spec":{"replicas":4}}""")).Expect(200);
        var scaled = (await Server.GetAsync(widgets.Of("a"))).Json;
        Assert.Equal((4, 2), ((int)scaled["spec"]!["replicas"]!, (int)scaled["metadata"]!["generation"]!));
    }

    [Fact]
    public async Task List_TablesAndSelectors_FollowTheDefinition()
    {
        var widgets = await fixture.DefineAsync(Widgets.Full);
        await widgets.CreateAsync("a", """ "spec":{"color":"blue","replicas":3,"parts":[{"name":"x"}],"since":"nonsense"} """);
        await widgets.CreateAsync("b", """ "spec":{} """);
        var table = (await Server.GetAsync(widgets.Of(), TableForm)).Expect(200).Json;
        Assert.Equal("Name:string:0 Color:string:0 Replicas:integer:0 First:string:1 Since:date:0 Bad:boolean:0",
            string.Join(' ', table["columnDefinitions"]!.AsArray().Select(c => $"{c!["name"]}:{c["type"]}:{c["priority"]}")));
        Assert.Equal(["""["a","blue",3,"x","\u003Cinvalid\u003E",null]""", """["b","red",null,null,null,null]"""], table["rows"]!.AsArray().Select(r => r!["cells"]!.ToJsonString()));
        var blue = (await Server.GetAsync(widgets.Of() + "?fieldSelector=spec.color=blue")).Expect(200).Json;
        Assert.Equal(("WidgetList", "a"), ((string)blue["kind"]!, (string)Assert.Single(blue["items"]!.AsArray())!["metadata"]!["name"]!));
        Assert.Equal(400, (await Server.GetAsync(widgets.Of() + "?fieldSelector=spec.replicas=3")).Code);
        var metadata = (await Server.GetAsync(widgets.Of("a"), "application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1")).Json;
        Assert.Null(metadata["spec"]);
    }

    [Fact]
    public async Task Watch_Objects_SeesDefaultedObjectsInOrder()
    {
        var widgets = await fixture.DefineAsync(Widgets.Full);
        await widgets.CreateAsync("a", """ "spec":{} """);
        await using var watch = await WatchReader.OpenAsync(Server, widgets.Of() + "?watch=true");
        await using var blue = await WatchReader.OpenAsync(Server, widgets.Of() + "?watch=true&fieldSelector=spec.color=blue", TableForm);
        await widgets.CreateAsync("b", """ "spec":{"color":"blue"} """);
        (await Server.DeleteAsync(widgets.Of("a"))).Expect(200);
        Assert.Equal("red", (string)(await watch.NextEventAsync())!["object"]!["spec"]!["color"]!);
        Assert.Equal("ADDED b", await watch.NextAsync());
        Assert.Equal("DELETED a", await watch.NextAsync());
        Assert.Equal("b", (string)(await blue.NextEventAsync())!["object"]!["rows"]![0]!["cells"]![0]!);
    }

    [Fact]
    public async Task Request_Spoiled_IsTheClientsFault()
    {
        var widgets = await fixture.DefineAsync(Widgets.Full);
        var stored = (await widgets.CreateAsync("a", """ "spec":{"color":"blue","replicas":2,"parts":[{"name":"x","size":2}],"free":{"b":[1,{}]}} """)).Text;
        (await Server.PatchAsync(widgets.Of("a/status"), """{"status":{"phase":"Up","replicas":1}}""")).Expect(200);
        var spoiler = new Spoiler("widgets");
        for (var round = 0; round < 30; round++)
        {
            foreach (var path in new[] { widgets.Of("a"), widgets.Of("a/status"), widgets.Of("a/scale") })
            {
                await SendAsync(HttpMethod.Put, path, spoiler.Json(stored), "application/json");
                await SendAsync(HttpMethod.Patch, path, spoiler.Json(stored), "application/merge-patch+json");
                await SendAsync(HttpMethod.Patch, path, spoiler.JsonPatch(stored), "application/json-patch+json");
                await SendAsync(HttpMethod.Patch, path, spoiler.Yaml(stored), "application/merge-patch+json");
                await SendAsync(HttpMethod.Patch, path + "?fieldManager=m&force=true", spoiler.Json(stored), "application/apply-patch+yaml");
            }

            await SendAsync(HttpMethod.Post, widgets.Of() + "?dryRun=All", spoiler.Yaml(stored), "application/yaml");
            (await Server.GetAsync(widgets.Of(), TableForm)).Expect(200);
        }

        async Task SendAsync(HttpMethod method, string path, byte[] body, string type) =>
            Assert.True((await Server.SendAsync(method, path, body, type)) is { Code: < 500 }, $"{method} {path} {type}: {System.Text.Encoding.UTF8.GetString(body)}");
    }
}
