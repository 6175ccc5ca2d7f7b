using Etcdserverpb;
using Google.Protobuf;
using Kube.Etcd.Watching;
using Mvccpb;

namespace Kube.Etcd.Tests;

/// <summary>What a watch makes of its members' responses, without any member.</summary>
public class EtcdWatchTests
{
    [Fact]
    public async Task Accept_FragmentsOfOneResponse_AreDeliveredAsOne()
    {
        var watch = NewWatch();
        watch.Accept(new WatchResponse { Header = Header(9), Fragment = true, Events = { Put(5), Put(6) } });
        watch.Accept(new WatchResponse { Header = Header(9), Events = { Put(6), Put(7) } });
        Assert.Equal("5,6,6,7 to 7", await NextAsync(watch));
    }

    [Fact]
    public async Task CreateRequest_AfterEvents_GoesOnAfterThemAndRepeatsAreDropped()
    {
        var watch = NewWatch();
        watch.Accept(new WatchResponse { Header = Header(9), Events = { Put(5), Put(6) } });
        Assert.Equal(7, watch.CreateRequest().CreateRequest.StartRevision);
        watch.Accept(new WatchResponse { Header = Header(9), Created = true });
        watch.Accept(new WatchResponse { Header = Header(9), Events = { Put(6) } });
        watch.Accept(new WatchResponse { Header = Header(9), Events = { Put(6), Put(8) } });
        Assert.Equal("5,6 to 6", await NextAsync(watch));
        Assert.Equal("8 to 8", await NextAsync(watch));
    }

    [Fact]
    public void CreateRequest_BreakBetweenFragments_AsksForAllOfThemAgain()
    {
        var watch = NewWatch();
        watch.Accept(new WatchResponse { Header = Header(9), Fragment = true, Events = { Put(5), Put(6) } });
        Assert.Equal(3, watch.CreateRequest().CreateRequest.StartRevision);
    }

    [Fact]
    public async Task Accept_ProgressMark_MovesOn()
    {
        var watch = NewWatch();
        watch.Accept(new WatchResponse { Header = Header(9) });
        Assert.Equal(" to 9", await NextAsync(watch));
        Assert.Equal(10, watch.CreateRequest().CreateRequest.StartRevision);
    }

    [Fact]
    public void CreateRequest_WatchFromNow_BeginsAfterTheRevisionItWasCreatedAt()
    {
        var watch = new EtcdWatch(new WatchCreateRequest(), Options);
        watch.Accept(new WatchResponse { Header = Header(9), Created = true });
        Assert.Equal(10, watch.CreateRequest().CreateRequest.StartRevision);
    }

    private static EtcdClientOptions Options => new() { Endpoints = [new Uri("http://127.0.0.1:1")] };

    private static EtcdWatch NewWatch() => new(new WatchCreateRequest { StartRevision = 3 }, Options);

    private static async Task<string> NextAsync(EtcdWatch watch)
    {
        await using var events = watch.ReadAllAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.True(await events.MoveNextAsync());
        return $"{string.Join(',', events.Current.Events.Select(e => e.Kv.ModRevision))} to {events.Current.Revision}";
    }

    private static ResponseHeader Header(long revision) => new() { Revision = revision };

    private static Event Put(long revision) => new() { Kv = new KeyValue { Key = ByteString.CopyFromUtf8("k"), ModRevision = revision } };
}
