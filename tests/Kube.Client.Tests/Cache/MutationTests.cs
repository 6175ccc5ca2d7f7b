using Kube.Api.Core.V1;

namespace Kube.Client.Tests.Cache;

public sealed class MutationTests
{
    [Fact]
    public async Task RunAsync_CachedObjectChangedInPlace_IsFound()
    {
        var server = new FakeServer();
        var informer = new Informer<Pod>(server.Client());
        using var stop = new CancellationTokenSource();
        var run = informer.RunAsync(stop.Token);
        (await server.NextAsync()).ReplyList("7", null, Pods.Named("a", "1"));
        await informer.WaitForSyncAsync(default);

        informer.Get("ns", "a")!.Spec!.NodeName = "changed";
        await stop.CancelAsync();
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => run);
        Assert.Contains("ns/a was changed in place", error.Message, StringComparison.Ordinal);
    }
}
