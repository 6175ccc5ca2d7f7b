using Kube.Storage;

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
    [InlineData("labelSelector=a=,,b in")]
    [InlineData("fieldSelector=spec.nonsense=1")]
    [InlineData("limit=-1")]
    [InlineData("limit=many")]
    [InlineData("continue=nonsense")]
    [InlineData("resourceVersion=abc")]
    [InlineData("resourceVersionMatch=Exact")]
    [InlineData("resourceVersionMatch=Exact&resourceVersion=0")]
    [InlineData("resourceVersionMatch=Sometimes&resourceVersion=1")]
    [InlineData("watch=true&sendInitialEvents=true")]
    [InlineData("watch=true&timeoutSeconds=x")]
    public async Task List_WrongParameter_IsABadRequest(string query) =>
        Assert.Equal("BadRequest", (string)(await Server.GetAsync($"/api/v1/configmaps?{query}")).Expect(400).Json["reason"]!);

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

    [Fact]
    public async Task List_FutureRevision_TimesOutWithRetryAfter()
    {
        var reply = (await Server.GetAsync("/api/v1/configmaps?resourceVersion=999999999")).Expect(504);
        Assert.Equal(("Timeout", "ResourceVersionTooLarge"), ((string)reply.Json["reason"]!, (string)reply.Json["details"]!["causes"]![0]!["reason"]!));
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
