using System.Net;
using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;

namespace Kube.Client.Tests.Rest;

public sealed class KubeClientTests
{
    private readonly FakeServer _server = new();

    [Fact]
    public async Task GetAsync_Missing_ThrowsWithTheServersStatus()
    {
        var get = _server.Client().GetAsync<Pod>("ns", "a");
        var request = await _server.NextAsync();
        Assert.Equal("/api/v1/namespaces/ns/pods/a", request.Path);
        request.ReplyError(404, "NotFound");

        var error = await Assert.ThrowsAsync<ApiException>(() => get);
        Assert.True(error.IsNotFound);
        Assert.Equal("NotFound", error.Reason);
    }

    [Fact]
    public async Task FindAsync_Missing_IsNull()
    {
        var find = _server.Client().FindAsync<Pod>("ns", "a");
        (await _server.NextAsync()).ReplyError(404, "NotFound");
        Assert.Null(await find);
    }

    [Theory]
    [InlineData(409, "Conflict", true, false)]
    [InlineData(409, "AlreadyExists", false, true)]
    public async Task CreateAsync_Refused_SaysWhy(int code, string reason, bool conflict, bool exists)
    {
        var create = _server.Client().CreateAsync(new Pod { Metadata = new ObjectMeta { Name = "a", Namespace = "ns" } });
        var request = await _server.NextAsync();
        Assert.Contains("\"kind\":\"Pod\"", request.Body, StringComparison.Ordinal);
        request.ReplyError(code, reason);

        var error = await Assert.ThrowsAsync<ApiException>(() => create);
        Assert.Equal((conflict, exists), (error.IsConflict, error.IsAlreadyExists));
    }

    [Fact]
    public async Task PatchAsync_Status_GoesToTheSubresourceWithItsType()
    {
        var patch = _server.Client().PatchAsync<Pod>("ns", "a", Patch.Merge("{}"u8.ToArray()), default, "status", new WriteOptions { FieldManager = "me" });
        var request = await _server.NextAsync();
        Assert.Equal("/api/v1/namespaces/ns/pods/a/status", request.Path);
        Assert.Equal("?fieldManager=me", request.Query);
        Assert.Equal("application/merge-patch+json", request.ContentType);
        request.Reply("{}");
        await patch;
    }

    [Fact]
    public async Task GetAsync_AnswerIsNoStatus_DescribesIt()
    {
        var get = _server.Client().GetAsync<Pod>("ns", "a");
        (await _server.NextAsync()).Reply("upstream broke", HttpStatusCode.BadGateway);
        var error = await Assert.ThrowsAsync<ApiException>(() => get);
        Assert.Equal((502, "upstream broke"), (error.Code, error.Message));
    }

    [Fact]
    public async Task WatchAsync_LineInPieces_IsOneEvent()
    {
        await using var watch = _server.Client().WatchAsync<Pod>("ns", new ListQuery { ResourceVersion = "5" }).GetAsyncEnumerator();
        var next = watch.MoveNextAsync();
        var lines = (await _server.NextAsync()).ReplyWatch();
        await lines.SendAsync("{\"object\":{\"metadata\":\n{\"name\":\"a\"}},".Replace("\n", "", StringComparison.Ordinal)[..^0] + "\"type\":\"ADDED\"}");
        Assert.True(await next);
        Assert.Equal((WatchEventType.Added, "a"), (watch.Current.Type, watch.Current.Object.Metadata!.Name));

        next = watch.MoveNextAsync();
        await lines.SendErrorAsync(410);
        var error = await Assert.ThrowsAsync<ApiException>(async () => await next);
        Assert.True(error.IsGone);
    }

    [Theory]
    [InlineData("299 - \"one\"", new[] { "one" })]
    [InlineData("299 - \"say \\\"x\\\", y\", 299 - \"two\"", new[] { "say \"x\", y", "two" })]
    [InlineData("nonsense", new string[0])]
    public void WarningHeader_Parse_FindsTexts(string header, string[] texts) => Assert.Equal(texts, WarningHeader.Parse(header));
}
