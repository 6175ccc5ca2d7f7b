using System.Text.Json.Nodes;
using Kube.Storage;
using Kube.Testing;

namespace Kube.ApiServer.Tests.CustomResources;

/// <summary>What becomes of a custom kind as its definition comes, changes and goes.</summary>
public sealed class DefinitionLifeTests(CustomKindsFixture fixture) : IClassFixture<CustomKindsFixture>
{
    private const string V1 = """{"name":"v1","served":true,"storage":true,"schema":{"openAPIV3Schema":{"type":"object","properties":{"a":{"type":"integer"},"b":{"type":"string"}}}}}""";
    private const string V2 = """{"name":"v2","served":true,"storage":false,"schema":{"openAPIV3Schema":{"type":"object","properties":{"a":{"type":"integer"},"c":{"type":"string","default":"new"}}}}}""";

    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(10);

    private TestServer Server => fixture.Server;

    [Fact]
    public async Task Define_Anything_IsServedAtOnceAndSaysSo()
    {
        var widgets = new Widgets(Server, fixture.NewGroup());
        (await Server.PostAsync(Widgets.Definitions, widgets.Definition(V1, V2))).Expect(201);
        await widgets.CreateAsync("a", """ "a":1 """);
        await widgets.WaitForAsync("Established");
        var definition = (await Server.GetAsync(widgets.Path)).Json;
        Assert.Equal(("NoConflicts", "InitialNamesAccepted"), ((string)Widgets.Condition(definition, "NamesAccepted")!["reason"]!, (string)Widgets.Condition(definition, "Established")!["reason"]!));
        Assert.Equal(("widget", "WidgetList", "v1"), ((string)definition["status"]!["acceptedNames"]!["singular"]!, (string)definition["status"]!["acceptedNames"]!["listKind"]!, (string)definition["status"]!["storedVersions"]![0]!));

        var resources = (await Server.GetAsync($"/apis/{widgets.Group}/v1")).Expect(200).Json["resources"]![0]!;
        Assert.Equal(("widgets", "widget", "Widget", "wd", "all"), ((string)resources["name"]!, (string)resources["singularName"]!, (string)resources["kind"]!, (string)resources["shortNames"]![0]!, (string)resources["categories"]![0]!));
        Assert.Equal("v2", (string)(await Server.GetAsync($"/apis/{widgets.Group}")).Json["preferredVersion"]!["version"]!);
        var name = $"{string.Join('.', widgets.Group.Split('.').Reverse())}.v1.Widget";
        Assert.NotNull((await Server.GetAsync("/openapi/v2")).Json["definitions"]![name]!["properties"]!["metadata"]);
        Assert.NotNull((await Server.GetAsync($"/openapi/v3/apis/{widgets.Group}/v1")).Expect(200).Json["components"]!["schemas"]![name]);
        Assert.NotNull((await Server.GetAsync("/openapi/v3")).Json["paths"]![$"apis/{widgets.Group}/v2"]);
    }

    [Fact]
    public async Task Versions_OfOneObject_DifferInApiVersionAndInWhatTheirSchemasKnow()
    {
        var widgets = await fixture.DefineAsync(V1, V2);
        await widgets.CreateAsync("one", """ "a":1,"b":"x" """);
        var second = (await Server.GetAsync(widgets.Of("one", "v2"))).Expect(200).Json;
        Assert.Equal(($"{widgets.Group}/v2", 1, null), ((string)second["apiVersion"]!, (int)second["a"]!, (string?)second["b"]));
        var made = (await widgets.CreateAsync("two", """ "a":2 """, "v2")).Json;
        Assert.Equal(($"{widgets.Group}/v2"), (string)made["apiVersion"]!);
        var list = (await Server.GetAsync(widgets.Of())).Json["items"]!.AsArray();
        Assert.All(list, i => Assert.Equal($"{widgets.Group}/v1", (string)i!["apiVersion"]!));
        await using var watch = await WatchReader.OpenAsync(Server, widgets.Of(version: "v2") + "?watch=true");
        Assert.Equal($"{widgets.Group}/v2", (string)(await watch.NextEventAsync())!["object"]!["apiVersion"]!);
    }

    [Fact]
    public async Task Change_OfStorageVersion_OlderObjectsAreReadAndRewrittenInTheNewOne()
    {
        var widgets = await fixture.DefineAsync(V1, V2);
        var old = (await widgets.CreateAsync("one", """ "a":1,"b":"x" """)).Revision;
        await widgets.ChangeAsync(Versions(V1.Replace("\"storage\":true", "\"storage\":false", StringComparison.Ordinal), V2.Replace("\"storage\":false", "\"storage\":true", StringComparison.Ordinal)));
        var stored = (await Server.GetAsync(widgets.Path)).Json["status"]!["storedVersions"]!.ToJsonString();
        Assert.Equal("""["v1","v2"]""", stored);
        var first = await EventuallyAsync(widgets.Of("one"), _ => true);
        Assert.Equal("x", (string)first["b"]!);
        var rewritten = await Server.PatchAsync(widgets.Of("one", "v2"), "{}");
        Assert.NotEqual(old, rewritten.Expect(200).Revision);
        Assert.Equal(rewritten.Revision, (await Server.PatchAsync(widgets.Of("one", "v2"), "{}")).Expect(200).Revision);
        Assert.Null((string?)(await Server.GetAsync(widgets.Of("one"))).Json["b"]);
    }

    [Fact]
    public async Task Change_OfSchema_IsLiveShowsNewDefaultsAndEndsWatches()
    {
        var widgets = await fixture.DefineAsync(V1);
        await widgets.CreateAsync("one", """ "a":1 """);
        await using var watch = await WatchReader.OpenAsync(Server, widgets.Of() + "?watch=true");
        Assert.Equal("ADDED one", await watch.NextAsync());
        await widgets.ChangeAsync(Versions(V1.Replace("\"b\":{\"type\":\"string\"}", "\"b\":{\"type\":\"string\",\"default\":\"later\"}", StringComparison.Ordinal)));
        while (await watch.NextAsync() != "(end)")
        {
        }

        Assert.Equal("later", (string)(await Server.GetAsync(widgets.Of("one"))).Json["b"]!);
        Assert.Equal("later", (string)(await Server.GetAsync(widgets.Of())).Json["items"]![0]!["b"]!);
    }

    [Fact]
    public async Task Change_VersionNoLongerServed_IsNotFoundAndTheOtherStays()
    {
        var widgets = await fixture.DefineAsync(V1, V2);
        await widgets.CreateAsync("one", """ "a":1 """);
        await widgets.ChangeAsync(Versions(V1, V2.Replace("\"served\":true", "\"served\":false", StringComparison.Ordinal)));
        await NotFoundAsync(widgets.Of("one", "v2"));
        (await Server.GetAsync(widgets.Of("one"))).Expect(200);
        Assert.Equal(404, (await Server.GetAsync($"/apis/{widgets.Group}/v2")).Code);
    }

    [Fact]
    public async Task Change_OfNamesAlone_IsLiveAndDisturbsNoWatch()
    {
        var widgets = await fixture.DefineAsync(V1);
        await using var watch = await WatchReader.OpenAsync(Server, widgets.Of() + "?watch=true");
        await widgets.ChangeAsync("""{"metadata":{"labels":{"a":"b"}}}""");
        await widgets.CreateAsync("one", """ "a":1 """);
        Assert.Equal("ADDED one", await watch.NextAsync());
        await widgets.ChangeAsync("""{"spec":{"names":{"shortNames":["wdg"]}}}""");
        await EventuallyAsync($"/apis/{widgets.Group}/v1", d => (string)d["resources"]![0]!["shortNames"]![0]! == "wdg");
        Assert.Equal("wdg", (string)(await Server.GetAsync(widgets.Path)).Json["status"]!["acceptedNames"]!["shortNames"]![0]!);
    }

    [Fact]
    public async Task Change_StricterSchema_OldFaultsMayStayAndNewOnesMayNotCome()
    {
        var widgets = await fixture.DefineAsync(V1);
        await widgets.CreateAsync("one", """ "a":1,"b":"long" """);
        await widgets.ChangeAsync(Versions(V1.Replace("\"b\":{\"type\":\"string\"}", "\"b\":{\"type\":\"string\",\"maxLength\":2}", StringComparison.Ordinal)));
        await Eventually.HoldsAsync(s_limit, async () => await Server.PostAsync(widgets.Of() + "?dryRun=All", widgets.Body("two", """ "b":"long" """)) is { Code: not 422 } reply ? reply.Text : null);
        (await Server.PatchAsync(widgets.Of("one"), """{"a":2}""")).Expect(200);
        (await Server.PatchAsync(widgets.Of("one"), """{"b":"other"}""")).Expect(422);
        (await Server.PatchAsync(widgets.Of("one"), """{"b":"ok"}""")).Expect(200);
        (await Server.PatchAsync(widgets.Of("one"), """{"b":"long"}""")).Expect(422);
    }

    [Fact]
    public async Task Use_OfADeprecatedVersion_Warns()
    {
        var widgets = await fixture.DefineAsync(V1, V2.Replace("\"served\":true", "\"served\":true,\"deprecated\":true", StringComparison.Ordinal));
        Assert.Empty((await Server.GetAsync(widgets.Of())).Warnings);
        Assert.Equal($"299 - \"{widgets.Group}/v2 Widget is deprecated\"", Assert.Single((await Server.GetAsync(widgets.Of(version: "v2"))).Warnings));
    }

    [Fact]
    public async Task Names_TakenByAnother_AreRefusedUntilTheyAreFree()
    {
        var first = await fixture.DefineAsync(V1);
        var second = first.Definition(V1).Replace("widgets", "gadgets", StringComparison.Ordinal).Replace("\"singular\":\"widget\"", "\"singular\":\"gadget\"", StringComparison.Ordinal);
        (await Server.PostAsync(Widgets.Definitions, second)).Expect(201);
        var path = $"{Widgets.Definitions}/gadgets.{first.Group}";
        var refused = await EventuallyAsync(path, d => Widgets.Condition(d, "NamesAccepted") is not null);
        Assert.Equal(("False", "ListKindConflict", "\"WidgetList\" is already in use"), Of(Widgets.Condition(refused, "NamesAccepted")!));
        Assert.Equal("NotAccepted", (string)Widgets.Condition(refused, "Established")!["reason"]!);
        Assert.Equal(404, (await Server.GetAsync($"/apis/{first.Group}/v1/gadgets")).Code);
        (await Server.DeleteAsync(first.Path)).Expect(200);
        await EventuallyAsync(path, d => Widgets.Condition(d, "Established")?["status"]?.GetValue<string>() == "True");
        (await Server.GetAsync($"/apis/{first.Group}/v1/gadgets")).Expect(200);

        static (string, string, string) Of(JsonNode condition) => ((string)condition["status"]!, (string)condition["reason"]!, (string)condition["message"]!);
    }

    [Fact]
    public async Task Delete_WithObjects_WaitsForTheirFinalizersAndTakesEverythingAway()
    {
        var widgets = await fixture.DefineAsync(V1);
        await widgets.CreateAsync("free", """ "a":1 """);
        (await Server.PostAsync(widgets.Of(), $$$"""{"apiVersion":"{{{widgets.Group}}}/v1","kind":"Widget","metadata":{"name":"held","finalizers":["example.com/hold"]}}""")).Expect(201);
        (await Server.DeleteAsync(widgets.Path)).Expect(200);
        await widgets.WaitForAsync("Terminating");
        await NotFoundAsync(widgets.Of("free"));
        Assert.NotNull((await Server.GetAsync(widgets.Of("held"))).Expect(200).Json["metadata"]!["deletionTimestamp"]);
        Assert.Equal(405, (await Server.PostAsync(widgets.Of(), widgets.Body("more", "\"a\":1"))).Code);
        (await Server.PatchAsync(widgets.Of("held"), """{"metadata":{"finalizers":null}}""")).Expect(200);
        await widgets.WaitUntilGoneAsync();
        Assert.Equal(404, (await Server.GetAsync(widgets.Of())).Code);
        await NotFoundAsync($"/apis/{widgets.Group}/v1");
        Assert.Null((await Server.GetAsync("/openapi/v3")).Json["paths"]![$"apis/{widgets.Group}/v1"]);
        (await Server.PostAsync(Widgets.Definitions, widgets.Definition(V1))).Expect(201);
        Assert.Empty((await Server.GetAsync(widgets.Of())).Expect(200).Json["items"]!.AsArray());
    }

    [Fact]
    public async Task TwoServers_OneStore_BothServeAndAgree()
    {
        await using var store = new MemoryStore(TimeProvider.System);
        await using var one = await TestServer.StartAsync(store);
        await using var two = await TestServer.StartAsync(store);
        for (var round = 0; round < 3; round++)
        {
            var here = new Widgets(one, "two.example.com");
            var there = here with { Server = two };
            (await one.PostAsync(Widgets.Definitions, here.Definition(V1))).Expect(201);
            await there.CreateAsync("a", """ "a":1 """);
            (await one.GetAsync(here.Of("a"))).Expect(200);
            await here.WaitForAsync("Established");
            (await two.DeleteAsync(there.Path)).Expect(200);
            await here.WaitUntilGoneAsync();
            await there.WaitUntilGoneAsync();
            Assert.Equal(404, (await two.GetAsync(there.Of("a"))).Code);
        }

        await using var late = await TestServer.StartAsync(store);
        Assert.Equal(404, (await late.GetAsync("/apis/two.example.com/v1/widgets")).Code);
    }

    private static string Versions(params string[] versions) => $$$"""{"spec":{"versions":[{{{string.Join(',', versions)}}}]}}""";

    private async Task<JsonNode> EventuallyAsync(string path, Func<JsonNode, bool> holds)
    {
        JsonNode? last = null;
        await Eventually.HoldsAsync(s_limit, async () =>
        {
            var reply = await Server.GetAsync(path);
            return reply.Code == 200 && holds(last = reply.Json) ? null : reply.Text;
        });
        return last!;
    }

    private Task NotFoundAsync(string path) => Eventually.HoldsAsync(s_limit, async () => await Server.GetAsync(path) is { Code: not 404 } reply ? reply.Text : null);
}
