using Kube.Storage;
using Kube.Testing;

namespace Kube.ApiServer.Tests;

/// <summary>Selectors, chunks and revisions of lists.</summary>
public sealed class ListTests(ServerFixture fixture)
{
    private TestServer Server => fixture.Server;

    [Theory]
    [InlineData("labelSelector=n=1", "c1")]
    [InlineData("labelSelector=n in (1,3)", "c1 c3")]
    [InlineData("labelSelector=n!=1", "c0 c2 c3 c4")]
    [InlineData("labelSelector=!n", "")]
    [InlineData("fieldSelector=metadata.name=c2", "c2")]
    [InlineData("fieldSelector=metadata.name!=c2", "c0 c1 c3 c4")]
    [InlineData("labelSelector=n in (1,2)&fieldSelector=metadata.name!=c2", "c1")]
    public async Task List_Selector_Selects(string query, string expected)
    {
        var ns = await FiveAsync();
        var list = (await Server.GetAsync($"/api/v1/namespaces/{ns}/configmaps?{query}")).Expect(200);
        Assert.Equal(expected, string.Join(' ', list.Json["items"]!.AsArray().Select(i => (string)i!["metadata"]!["name"]!)));
    }

    [Theory]
    [InlineData("labelSelector=a=,,b in", null)]
    [InlineData("fieldSelector=spec.nonsense=1", "\"spec.nonsense\" is not a known field selector: only \"metadata.name\", \"metadata.namespace\"")]
    [InlineData("limit=many", null)]
    [InlineData("limit=99999999999999999999", null)]
    [InlineData("continue=nonsense", null)]
    [InlineData("resourceVersion=abc", "invalid resource version: resourceVersion: Invalid value: \"abc\": strconv.ParseUint: parsing \"abc\": invalid syntax")]
    [InlineData("resourceVersion=-1", null)]
    [InlineData("resourceVersion=99999999999999999999", "invalid resource version: resourceVersion: Invalid value: \"99999999999999999999\": strconv.ParseUint: parsing \"99999999999999999999\": value out of range")]
    [InlineData("continue=djEKNQph&resourceVersion=1", "specifying resource version is not allowed when using continue")]
    [InlineData("watch=true&timeoutSeconds=x", null)]
    public async Task List_WrongParameter_IsABadRequest(string query, string? message)
    {
        var reply = (await Server.GetAsync($"/api/v1/configmaps?{query}")).Expect(400);
        Assert.Equal("BadRequest", (string)reply.Json["reason"]!);
        Assert.Equal(message ?? reply.Message, reply.Message);
    }

    [Fact]
    public async Task List_UnknownFieldOfAKindWithFields_SaysSo() =>
        (await Server.GetAsync("/api/v1/pods?fieldSelector=spec.nonsense=1")).ExpectFailure(400, "BadRequest", "field label not supported: spec.nonsense");

    // Every combination of resourceVersion, resourceVersionMatch, continue and sendInitialEvents that may not be.
    [Theory]
    [InlineData("resourceVersionMatch=Exact", "resourceVersionMatch: Forbidden: resourceVersionMatch is forbidden unless resourceVersion is provided")]
    [InlineData("resourceVersionMatch=Exact&resourceVersion=0", "resourceVersionMatch: Forbidden: resourceVersionMatch \"exact\" is forbidden for resourceVersion \"0\"")]
    [InlineData("resourceVersionMatch=Sometimes&resourceVersion=1", "resourceVersionMatch: Unsupported value: \"Sometimes\": supported values: \"\", \"Exact\", \"NotOlderThan\"")]
    [InlineData("resourceVersionMatch=NotOlderThan&resourceVersion=1&continue=djEKNQph", "resourceVersionMatch: Forbidden: resourceVersionMatch is forbidden when continue is provided")]
    [InlineData("resourceVersionMatch=Sometimes", "[resourceVersionMatch: Forbidden: resourceVersionMatch is forbidden unless resourceVersion is provided, resourceVersionMatch: Unsupported value: \"Sometimes\": supported values: \"\", \"Exact\", \"NotOlderThan\"]")]
    [InlineData("sendInitialEvents=true", "sendInitialEvents: Forbidden: sendInitialEvents is forbidden for list")]
    [InlineData("watch=1&sendInitialEvents=true", "resourceVersionMatch: Forbidden: sendInitialEvents requires setting resourceVersionMatch to NotOlderThan")]
    [InlineData("watch=1&sendInitialEvents=false", "resourceVersionMatch: Forbidden: sendInitialEvents requires setting resourceVersionMatch to NotOlderThan")]
    [InlineData("watch=1&resourceVersionMatch=NotOlderThan", "resourceVersionMatch: Forbidden: resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided")]
    [InlineData("watch=1&resourceVersionMatch=Exact&sendInitialEvents=true", "[resourceVersionMatch: Forbidden: sendInitialEvents requires setting resourceVersionMatch to NotOlderThan, resourceVersionMatch: Unsupported value: \"Exact\": supported values: \"NotOlderThan\"]")]
    [InlineData("watch=1&resourceVersionMatch=NotOlderThan&sendInitialEvents=true&continue=x", "resourceVersionMatch: Forbidden: resourceVersionMatch is forbidden when continue is provided")]
    public async Task List_ParametersThatDoNotGoTogether_AreInvalid(string query, string errors) =>
        (await Server.GetAsync($"/api/v1/configmaps?{query}")).ExpectFailure(422, "Invalid", $"ListOptions.meta.k8s.io \"\" is invalid: {errors}");

    // What each combination that may be is answered with, after five objects were made and the first of them deleted.
    [Theory]
    [InlineData("", "c1 c2 c3 c4")]
    [InlineData("resourceVersion=0", "c1 c2 c3 c4")]
    [InlineData("resourceVersion=0&limit=1", "c1 c2 c3 c4")]
    [InlineData("resourceVersion=0&resourceVersionMatch=NotOlderThan", "c1 c2 c3 c4")]
    [InlineData("resourceVersion=BEFORE", "c1 c2 c3 c4")]
    [InlineData("resourceVersion=BEFORE&resourceVersionMatch=NotOlderThan", "c1 c2 c3 c4")]
    [InlineData("resourceVersion=BEFORE&resourceVersionMatch=NotOlderThan&limit=2", "c1 c2 (2)")]
    [InlineData("resourceVersion=BEFORE&resourceVersionMatch=Exact", "c0 c1 c2 c3 c4")]
    [InlineData("resourceVersion=BEFORE&resourceVersionMatch=Exact&limit=2", "c0 c1 (3)")]
    [InlineData("resourceVersion=BEFORE&limit=2", "c0 c1 (3)")]
    [InlineData("resourceVersion=BEFORE&limit=2&labelSelector=n!=1", "c0 c2 (?)")]
    [InlineData("limit=2&labelSelector=n!=1", "c2 c3 (?)")]
    [InlineData("limit=-1", "c1 c2 c3 c4")]
    [InlineData("limit=4", "c1 c2 c3 c4")]
    [InlineData("limit=3&fieldSelector=metadata.name!=c9", "c1 c2 c3 (?)")]
    public async Task List_RevisionAndMatch_ChooseTheState(string query, string expected)
    {
        var ns = await FiveAsync();
        var path = $"/api/v1/namespaces/{ns}/configmaps";
        var before = (await Server.GetAsync(path)).Revision;
        (await Server.DeleteAsync($"{path}/c0")).Expect(200);
        await Server.GetAsync(path);
        var list = (await Server.GetAsync($"{path}?{query.Replace("BEFORE", before)}")).Expect(200);
        var meta = list.Json["metadata"]!;
        Assert.Equal(expected, Names(list) + (meta["continue"] is null ? "" : $" ({meta["remainingItemCount"]?.ToString() ?? "?"})"));
    }

    [Fact]
    public async Task List_Chunks_AreOneSnapshot()
    {
        var ns = await FiveAsync();
        var path = $"/api/v1/namespaces/{ns}/configmaps?limit=2";
        var first = (await Server.GetAsync(path)).Expect(200);
        Assert.Equal(("c0 c1", 3), (Names(first), (int)first.Json["metadata"]!["remainingItemCount"]!));
        (await Server.DeleteAsync($"/api/v1/namespaces/{ns}/configmaps/c3")).Expect(200);
        (await Server.PostAsync($"/api/v1/namespaces/{ns}/configmaps", Samples.ConfigMap("c9"))).Expect(201);
        var second = (await Server.GetAsync($"{path}&continue={(string)first.Json["metadata"]!["continue"]!}")).Expect(200);
        Assert.Equal(("c2 c3", first.Revision, 1), (Names(second), second.Revision, (int)second.Json["metadata"]!["remainingItemCount"]!));
        var last = (await Server.GetAsync($"{path}&continue={(string)second.Json["metadata"]!["continue"]!}")).Expect(200);
        Assert.Equal("c4", Names(last));
        Assert.Null(last.Json["metadata"]!["continue"]);
    }

    [Fact]
    public async Task List_ContinueAfterCompaction_OffersAnInconsistentRest()
    {
        await using var store = new MemoryStore(TimeProvider.System);
        await using var server = await TestServer.StartAsync(store);
        foreach (var name in new[] { "a", "b", "c" })
        {
            (await server.PostAsync("/api/v1/namespaces/default/configmaps", Samples.ConfigMap(name))).Expect(201);
        }

        var first = (await server.GetAsync("/api/v1/namespaces/default/configmaps?limit=1")).Expect(200);
        (await server.DeleteAsync("/api/v1/namespaces/default/configmaps/b")).Expect(200);
        await store.CompactAsync(await store.CurrentRevisionAsync(CancellationToken.None), CancellationToken.None);
        var gone = (await server.GetAsync($"/api/v1/namespaces/default/configmaps?limit=1&continue={(string)first.Json["metadata"]!["continue"]!}")).Expect(410);
        Assert.Equal("Expired", (string)gone.Json["reason"]!);
        var rest = (await server.GetAsync($"/api/v1/namespaces/default/configmaps?continue={(string)gone.Json["metadata"]!["continue"]!}")).Expect(200);
        Assert.Equal("c", Names(rest));
    }

    [Fact]
    public async Task List_ExactRevision_ShowsThePast()
    {
        var ns = await FiveAsync();
        var before = (await Server.GetAsync($"/api/v1/namespaces/{ns}/configmaps")).Revision;
        (await Server.DeleteAsync($"/api/v1/namespaces/{ns}/configmaps/c0")).Expect(200);
        var past = (await Server.GetAsync($"/api/v1/namespaces/{ns}/configmaps?resourceVersion={before}&resourceVersionMatch=Exact")).Expect(200);
        Assert.Equal(("c0 c1 c2 c3 c4", before), (Names(past), past.Revision));
    }

    [Theory]
    [InlineData("", "PartialObjectMetadata")]
    [InlineData("&includeObject=Metadata", "PartialObjectMetadata")]
    [InlineData("&includeObject=Object", "ConfigMap")]
    [InlineData("&includeObject=None", null)]
    public async Task List_AsTable_ComesInChunksWithTheObjectsAskedFor(string include, string? kind)
    {
        var ns = await FiveAsync();
        var table = (await Server.GetAsync($"/api/v1/namespaces/{ns}/configmaps?limit=2{include}", "application/json;as=Table;v=v1;g=meta.k8s.io")).Expect(200).Json;
        Assert.Equal(("Table", 3, 2), ((string)table["kind"]!, (int)table["metadata"]!["remainingItemCount"]!, table["rows"]!.AsArray().Count));
        Assert.NotNull(table["metadata"]!["continue"]);
        Assert.Equal(kind, (string?)table["rows"]![0]!["object"]?["kind"]);
        Assert.Equal("c0", (string?)table["rows"]![0]!["cells"]![0]);
    }

    [Fact]
    public async Task Read_FutureRevision_TimesOutWithRetryAfter()
    {
        string[] paths =
        [
            "configmaps?resourceVersion=999999999",
            "configmaps?resourceVersion=999999999&resourceVersionMatch=NotOlderThan",
            "configmaps?resourceVersion=999999999&resourceVersionMatch=Exact",
            "configmaps?resourceVersion=999999999&limit=1",
            "configmaps?continue=djEKOTk5OTk5OTk5CmE",
            "configmaps?watch=1&resourceVersion=999999999",
            "configmaps?watch=1&resourceVersion=999999999&sendInitialEvents=true&resourceVersionMatch=NotOlderThan",
            "namespaces/default/configmaps/none?resourceVersion=999999999",
        ];
        foreach (var reply in await Task.WhenAll(paths.Select(path => Server.GetAsync("/api/v1/" + path))))
        {
            Assert.StartsWith("Timeout: Too large resource version: 999999999, current: ", reply.Expect(504).Message, StringComparison.Ordinal);
            var details = reply.Json["details"]!;
            Assert.Equal(("Timeout", "ResourceVersionTooLarge", 1), ((string)reply.Json["reason"]!, (string)details["causes"]![0]!["reason"]!, (int)details["retryAfterSeconds"]!));
        }
    }

    // The same answers on etcd, where the store itself must be asked about revisions the cache has left behind.
    [Fact]
    public async Task Read_RevisionsOfEtcd_PastAndFuture()
    {
        await using var etcd = await EtcdProcess.StartNewAsync();
        await using var store = new EtcdStore(new EtcdStoreOptions { Endpoints = [etcd.Endpoint] }, TimeProvider.System);
        await using var server = await TestServer.StartAsync(store);
        const string path = "/api/v1/namespaces/default/configmaps";
        foreach (var name in new[] { "a", "b", "c" })
        {
            (await server.PostAsync(path, Samples.ConfigMap(name))).Expect(201);
        }

        var first = (await server.GetAsync(path + "?limit=1")).Expect(200);
        (await server.DeleteAsync(path + "/b")).Expect(200);
        Assert.Equal("b c", Names((await server.GetAsync($"{path}?continue={first.Json["metadata"]!["continue"]}")).Expect(200)));
        Assert.Equal("a b c", Names((await server.GetAsync($"{path}?resourceVersion={first.Revision}&resourceVersionMatch=Exact")).Expect(200)));
        await store.CompactAsync(await store.CurrentRevisionAsync(CancellationToken.None), CancellationToken.None);
        (await server.GetAsync($"{path}?resourceVersion={first.Revision}&resourceVersionMatch=Exact")).ExpectFailure(410, "Expired", "The resourceVersion for the provided list is too old.");
        var gone = (await server.GetAsync($"{path}?continue={first.Json["metadata"]!["continue"]}")).Expect(410);
        Assert.Equal("c", Names((await server.GetAsync($"{path}?continue={gone.Json["metadata"]!["continue"]}")).Expect(200)));
        foreach (var reply in await Task.WhenAll(server.GetAsync(path + "?resourceVersion=999999999"), server.GetAsync(path + "?watch=1&resourceVersion=999999999")))
        {
            Assert.StartsWith("Timeout: Too large resource version: 999999999, current: ", reply.Expect(504).Message, StringComparison.Ordinal);
        }
    }

    private static string Names(Reply list) => string.Join(' ', list.Json["items"]!.AsArray().Select(i => (string)i!["metadata"]!["name"]!));

    private async Task<string> FiveAsync()
    {
        var ns = await fixture.NamespaceAsync();
        for (var i = 0; i < 5; i++)
        {
            (await Server.PostAsync($"/api/v1/namespaces/{ns}/configmaps", Samples.ConfigMap($"c{i}", $$$""" "labels":{"n":"{{{i}}}"} """))).Expect(201);
        }

        return ns;
    }
}
