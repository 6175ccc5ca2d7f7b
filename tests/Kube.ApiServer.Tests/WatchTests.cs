using System.Text.Json.Nodes;
using Kube.Storage;

namespace Kube.ApiServer.Tests;

/// <summary>Watches: where they begin, what they send, how they end.</summary>
public sealed class WatchTests(ServerFixture fixture)
{
    private TestServer Server => fixture.Server;

    [Fact]
    public async Task Watch_FromList_SendsEveryChangeOnce()
    {
        var ns = await fixture.NamespaceAsync();
        var path = $"/api/v1/namespaces/{ns}/configmaps";
        var revision = (await Server.GetAsync(path)).Revision;
        await using var watch = await WatchReader.OpenAsync(Server, $"{path}?watch=true&resourceVersion={revision}");
        (await Server.PostAsync(path, Samples.ConfigMap("a"))).Expect(201);
        (await Server.PatchAsync(path + "/a", """{"data":{"a":"2"}}""")).Expect(200);
        (await Server.DeleteAsync(path + "/a")).Expect(200);
        Assert.Equal("ADDED a", await watch.NextAsync());
        Assert.Equal("MODIFIED a", await watch.NextAsync());
        Assert.Equal("DELETED a", await watch.NextAsync());
    }

    [Fact]
    public async Task Watch_FromThePast_Resumes()
    {
        var ns = await fixture.NamespaceAsync();
        var path = $"/api/v1/namespaces/{ns}/configmaps";
        var first = (await Server.PostAsync(path, Samples.ConfigMap("a"))).Expect(201).Revision;
        (await Server.PostAsync(path, Samples.ConfigMap("b"))).Expect(201);
        await using var watch = await WatchReader.OpenAsync(Server, $"{path}?watch=true&resourceVersion={first}");
        Assert.Equal("ADDED b", await watch.NextAsync());
    }

    [Fact]
    public async Task Watch_LabelSelector_SeesObjectsComeAndGo()
    {
        var ns = await fixture.NamespaceAsync();
        var path = $"/api/v1/namespaces/{ns}/configmaps";
        await using var watch = await WatchReader.OpenAsync(Server, $"{path}?watch=true&labelSelector=on=yes");
        (await Server.PostAsync(path, Samples.ConfigMap("a"))).Expect(201);
        (await Server.PatchAsync(path + "/a", """{"metadata":{"labels":{"on":"yes"}}}""")).Expect(200);
        (await Server.PatchAsync(path + "/a", """{"metadata":{"labels":{"on":"no"}}}""")).Expect(200);
        Assert.Equal("ADDED a", await watch.NextAsync());
        Assert.Equal("DELETED a", await watch.NextAsync());
    }

    [Fact]
    public async Task Watch_SendInitialEvents_EndsThemWithABookmark()
    {
        var ns = await fixture.NamespaceAsync();
        var path = $"/api/v1/namespaces/{ns}/configmaps";
        (await Server.PostAsync(path, Samples.ConfigMap("a"))).Expect(201);
        await using var watch = await WatchReader.OpenAsync(
            Server, $"{path}?watch=true&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true");
        Assert.Equal("ADDED a", await watch.NextAsync());
        var bookmark = await watch.NextEventAsync();
        Assert.Equal("BOOKMARK", (string)bookmark!["type"]!);
        Assert.Equal("true", (string)bookmark["object"]!["metadata"]!["annotations"]!["k8s.io/initial-events-end"]!);
        Assert.Equal("ConfigMap", (string)bookmark["object"]!["kind"]!);
    }

    [Theory]
    [InlineData("resourceVersion=0", true)]
    [InlineData("", true)]
    [InlineData("sendInitialEvents=false&resourceVersionMatch=NotOlderThan", false)]
    [InlineData("sendInitialEvents=false&resourceVersionMatch=NotOlderThan&resourceVersion=0", false)]
    [InlineData("sendInitialEvents=true&resourceVersionMatch=NotOlderThan&resourceVersion=0", true)]
    [InlineData("sendInitialEvents=true&resourceVersionMatch=NotOlderThan&resourceVersion=1", true)]
    public async Task Watch_Begins_WithTheStateWhereItIsAskedFor(string query, bool withState)
    {
        var ns = await fixture.NamespaceAsync();
        var path = $"/api/v1/namespaces/{ns}/configmaps";
        (await Server.PostAsync(path, Samples.ConfigMap("a"))).Expect(201);
        (await Server.GetAsync(path)).Expect(200);
        await using var watch = await WatchReader.OpenAsync(Server, $"{path}?watch=true&{query}");
        (await Server.PostAsync(path, Samples.ConfigMap("b"))).Expect(201);
        Assert.Equal(withState ? "ADDED a" : "ADDED b", await watch.NextAsync());
    }

    [Fact]
    public async Task Watch_RevisionIsNoNumber_IsInvalid() => (await Server.GetAsync("/api/v1/configmaps?watch=1&resourceVersion=abc")).ExpectFailure(
        422, "Invalid", "configmaps \"\" is invalid: resourceVersion: Invalid value: \"abc\": strconv.ParseUint: parsing \"abc\": invalid syntax");

    [Theory]
    [InlineData("-1")]
    [InlineData("99999999999")]
    public async Task Watch_OddTimeout_IsNoFailure(string seconds)
    {
        await using var watch = await WatchReader.OpenAsync(Server, $"/api/v1/namespaces?watch=1&timeoutSeconds={seconds}&fieldSelector=metadata.name=default&resourceVersion=0");
        Assert.Equal("ADDED default", await watch.NextAsync());
        if (seconds == "-1")
        {
            Assert.Null(await watch.NextEventAsync());
        }
    }

    [Fact]
    public async Task Watch_OfOneObjectByItsPath_IsAGet() =>
        Assert.Equal("Namespace", (string)(await Server.GetAsync("/api/v1/namespaces/default?watch=true")).Expect(200).Json["kind"]!);

    [Fact]
    public async Task Watch_Timeout_EndsWithABookmark()
    {
        var ns = await fixture.NamespaceAsync();
        await using var watch = await WatchReader.OpenAsync(Server, $"/api/v1/namespaces/{ns}/configmaps?watch=true&timeoutSeconds=1&allowWatchBookmarks=true");
        Assert.Equal("BOOKMARK", (string)(await watch.NextEventAsync())!["type"]!);
        Assert.Null(await watch.NextEventAsync());
    }

    [Fact]
    public async Task Watch_AsTable_SendsColumnsOnce()
    {
        var ns = await fixture.NamespaceAsync();
        var path = $"/api/v1/namespaces/{ns}/pods";
        await using var watch = await WatchReader.OpenAsync(Server, path + "?watch=true", "application/json;as=Table;v=v1;g=meta.k8s.io");
        (await Server.PostAsync(path, Samples.Pod("a"))).Expect(201);
        (await Server.PostAsync(path, Samples.Pod("b"))).Expect(201);
        var first = (await watch.NextEventAsync())!["object"]!;
        Assert.Equal(("Table", "a"), ((string)first["kind"]!, (string)first["rows"]![0]!["cells"]![0]!));
        Assert.NotEmpty(first["columnDefinitions"]!.AsArray());
        Assert.Null((await watch.NextEventAsync())!["object"]!["columnDefinitions"]);
    }

    // The metadata alone, through a selector the object enters and leaves, bookmarks included.
    [Fact]
    public async Task Watch_AsPartialMetadata_SendsMetadataOnly()
    {
        var ns = await fixture.NamespaceAsync();
        var path = $"/api/v1/namespaces/{ns}/configmaps";
        await using var watch = await WatchReader.OpenAsync(
            Server, path + "?watch=true&labelSelector=on&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true", "application/json;as=PartialObjectMetadata;v=v1;g=meta.k8s.io");
        (await Server.PostAsync(path, Samples.ConfigMap("a", """ "labels":{"on":"1"} """))).Expect(201);
        var last = (await Server.PatchAsync(path + "/a", """{"metadata":{"labels":null}}""")).Expect(200);
        var seen = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            var next = (await watch.NextEventAsync())!;
            seen.Add($"{next["type"]} {next["object"]!["kind"]} {next["object"]!["data"]?.ToJsonString() ?? "-"} {(next["object"]!["metadata"]!["resourceVersion"]!.ToString() == last.Revision ? "last" : "")}".TrimEnd());
        }

        Assert.Equal(["BOOKMARK PartialObjectMetadata -", "ADDED PartialObjectMetadata -", "DELETED PartialObjectMetadata - last"], seen);
    }

    [Fact]
    public async Task Watch_EventsGroup_SendsItsOwnForm()
    {
        var ns = await fixture.NamespaceAsync();
        await using var watch = await WatchReader.OpenAsync(Server, $"/apis/events.k8s.io/v1/namespaces/{ns}/events?watch=true");
        (await Server.PostAsync($"/api/v1/namespaces/{ns}/events", Samples.Of(Kube.Api.Resources.Catalog.Find("", "v1", "events")!, "e", ns))).Expect(201);
        Assert.Equal("m", (string)(await watch.NextEventAsync())!["object"]!["note"]!);
    }

    [Fact]
    public async Task Watch_CompactedRevision_SaysExpired()
    {
        await using var store = new MemoryStore(TimeProvider.System);
        await using (var writer = await TestServer.StartAsync(store))
        {
            (await writer.PostAsync("/api/v1/namespaces/default/configmaps", Samples.ConfigMap("a"))).Expect(201);
        }

        // A server that starts now knows nothing of what was before.
        await using var server = await TestServer.StartAsync(store);
        await using var watch = await WatchReader.OpenAsync(server, "/api/v1/configmaps?watch=true&resourceVersion=1");
        var error = await watch.NextEventAsync();
        Assert.Equal(("ERROR", 410, "Expired"), ((string)error!["type"]!, (int)error["object"]!["code"]!, (string)error["object"]!["reason"]!));
    }

    [Fact]
    public async Task Watch_ServerStops_IsEnded()
    {
        await using var store = new MemoryStore(TimeProvider.System);
        var server = await TestServer.StartAsync(store);
        await using var watch = await WatchReader.OpenAsync(server, "/api/v1/configmaps?watch=true");
        await server.Api.DisposeAsync();
        Assert.Null(await watch.NextEventAsync());
        server.Client.Dispose();
        server.Anonymous.Dispose();
    }
}
