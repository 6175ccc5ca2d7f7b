using System.Threading.Channels;
using Kube.Api.Core.V1;
using Kube.Testing;

namespace Kube.Client.Tests.Cache;

public sealed class InformerTests : IAsyncDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly FakeServer _server = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Channel<string> _changes = Channel.CreateUnbounded<string>();
    private readonly Informer<Pod> _informer;
    private readonly Task _run;

    public InformerTests()
    {
        var options = new InformerOptions<Pod>
        {
            PageSize = 2,
            Indexers = new Dictionary<string, Func<Pod, IEnumerable<string>>> { ["node"] = pod => pod.Spec?.NodeName is { } node ? [node] : [] },
        };
        _informer = new Informer<Pod>(_server.Client(_time), options, time: _time, random: new Random(1));
        _informer.AddHandler(change => _changes.Writer.TryWrite($"{change.Type} {change.Object.Metadata!.Name}@{change.Object.Metadata.ResourceVersion}"));
        _run = _informer.RunAsync(_stop.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _run;
        _stop.Dispose();
    }

    [Fact]
    public async Task RunAsync_ListInPages_SyncsAndWatchesFromItsRevision()
    {
        var first = await _server.NextAsync();
        Assert.Contains("limit=2", first.Query, StringComparison.Ordinal);
        first.ReplyList("7", "more", Pods.Named("a", "1"), Pods.Named("b", "2"));
        var second = await _server.NextAsync();
        Assert.Contains("continue=more", second.Query, StringComparison.Ordinal);
        Assert.Empty(_informer.List());
        second.ReplyList("7", null, Pods.Named("c", "3"));
        var watch = await _server.NextAsync();

        Assert.True(watch.IsWatch);
        Assert.Contains("resourceVersion=7", watch.Query, StringComparison.Ordinal);
        Assert.Contains("allowWatchBookmarks=true", watch.Query, StringComparison.Ordinal);
        await _informer.WaitForSyncAsync(default);
        Assert.Equal(3, _informer.List("ns").Count);
        Assert.Equal("v1", _informer.Get("ns", "a")!.ApiVersion);
        await ExpectAsync("Added a@1", "Added b@2", "Added c@3");
    }

    [Fact]
    public async Task RunAsync_Events_ReachHandlersAndIndexInOrder()
    {
        var lines = await StartAsync(Pods.Named("a", "1", node: "n1"));
        await lines.SendAsync("ADDED", Pods.Named("b", "8", node: "n1"));
        await lines.SendAsync("MODIFIED", Pods.Named("b", "9", node: "n2"));
        await lines.SendAsync("DELETED", Pods.Named("a", "10", node: "n1"));

        await ExpectAsync("Added a@1", "Added b@8", "Updated b@9", "Deleted a@10");
        Assert.Empty(_informer.ByIndex("node", "n1"));
        Assert.Equal("b", Assert.Single(_informer.ByIndex("node", "n2")).Metadata!.Name);
        Assert.Throws<ArgumentException>(() => _informer.ByIndex("zone", "x"));
    }

    [Fact]
    public async Task RunAsync_BrokenWatch_ResumesAfterTheLastBookmark()
    {
        var lines = await StartAsync();
        await lines.SendAsync("ADDED", Pods.Named("a", "8"));
        await lines.SendAsync("""{"type":"BOOKMARK","object":{"metadata":{"resourceVersion":"20"}}}""");
        await ExpectAsync("Added a@8");
        await lines.EndAsync(new IOException("reset"));

        var again = await _server.NextAsync(_time);
        Assert.True(again.IsWatch);
        Assert.Contains("resourceVersion=20", again.Query, StringComparison.Ordinal);
        again.ReplyWatch();
    }

    [Fact]
    public async Task RunAsync_Gone_KeepsStateUntilTheNewListArrivedAndSynthesisesDifferences()
    {
        var lines = await StartAsync(Pods.Named("a", "1"), Pods.Named("b", "2"));
        await ExpectAsync("Added a@1", "Added b@2");
        await lines.SendErrorAsync(410);

        var list = await _server.NextAsync(_time);
        Assert.False(list.IsWatch);
        Assert.Equal(2, _informer.List().Count);
        list.ReplyList("30", null, Pods.Named("b", "25"), Pods.Named("c", "26"));
        await ExpectAsync("Deleted a@1", "Updated b@25", "Added c@26");
        (await _server.NextAsync()).ReplyWatch();
    }

    [Fact]
    public async Task RunAsync_ServerAway_TriesAgainWithGrowingPauses()
    {
        var first = await _server.NextAsync();
        first.Break();
        var second = await _server.NextAsync(_time);
        second.ReplyError(503, "ServiceUnavailable");
        var third = await _server.NextAsync(_time);
        third.ReplyList("7", null, Pods.Named("a", "1"));
        await _informer.WaitForSyncAsync(default);
    }

    [Fact]
    public async Task AddHandler_AfterSync_SeesWhatIsKnown()
    {
        await StartAsync(Pods.Named("a", "1"));
        await _informer.WaitForSyncAsync(default);
        var seen = new List<string>();
        _informer.AddHandler(change => seen.Add(change.Type + " " + change.New!.Metadata!.Name));
        Assert.Equal(["Added a"], seen);
    }

    private async Task<WatchLines> StartAsync(params Pod[] pods)
    {
        (await _server.NextAsync()).ReplyList("7", null, pods);
        return (await _server.NextAsync()).ReplyWatch();
    }

    private async Task ExpectAsync(params string[] changes)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20), TimeProvider.System);
        foreach (var expected in changes)
        {
            Assert.Equal(expected, await _changes.Reader.ReadAsync(limit.Token));
        }

        Assert.False(_changes.Reader.TryRead(out var more), more);
    }
}
