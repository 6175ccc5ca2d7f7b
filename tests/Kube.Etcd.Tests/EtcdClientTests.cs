using Etcdserverpb;
using Google.Protobuf;

namespace Kube.Etcd.Tests;

public class EtcdClientTests(EtcdFixture fixture) : IClassFixture<EtcdFixture>
{
    private readonly string _prefix = $"/{Guid.NewGuid():n}/";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Put_ThenGetAndDelete_DoAsTheySay()
    {
        using var client = fixture.Open();
        var put = await client.PutAsync(new PutRequest { Key = Key("a"), Value = ByteString.CopyFromUtf8("1") }, Cancel);
        var got = await client.GetAsync(new RangeRequest { Key = Key("a") }, Cancel);
        Assert.Equal(("1", put.Header.Revision), (got.Kvs[0].Value.ToStringUtf8(), got.Kvs[0].ModRevision));
        var deleted = await client.DeleteAsync(new DeleteRangeRequest { Key = Key("a"), PrevKv = true }, Cancel);
        Assert.Equal((1, "1"), (deleted.Deleted, deleted.PrevKvs[0].Value.ToStringUtf8()));
    }

    [Fact]
    public async Task Put_LargeValue_ArrivesWhole()
    {
        using var client = fixture.Open();
        var value = new byte[1_400_000];
        new Random(1).NextBytes(value);
        await client.PutAsync(new PutRequest { Key = Key("a"), Value = ByteString.CopyFrom(value) }, Cancel);
        var got = await client.GetAsync(new RangeRequest { Key = Key("a") }, Cancel);
        Assert.True(got.Kvs[0].Value.Span.SequenceEqual(value));
    }

    [Fact]
    public async Task Put_MoreThanEtcdTakes_FailsWithItsWords()
    {
        using var client = fixture.Open();
        var failure = await Assert.ThrowsAsync<EtcdException>(() => client.PutAsync(new PutRequest { Key = Key("a"), Value = ByteString.CopyFrom(new byte[1_700_000]) }, Cancel));
        Assert.Equal((EtcdCode.InvalidArgument, "etcdserver: request is too large"), (failure.Code, failure.Message));
    }

    [Fact]
    public async Task Lease_GrantedKeptAliveAndRevoked_TakesItsKeysWithIt()
    {
        using var client = fixture.Open();
        var lease = await client.LeaseGrantAsync(new LeaseGrantRequest { TTL = 600 }, Cancel);
        await client.PutAsync(new PutRequest { Key = Key("a"), Lease = lease.ID }, Cancel);
        Assert.Equal(600, (await client.LeaseKeepAliveAsync(new LeaseKeepAliveRequest { ID = lease.ID }, Cancel)).TTL);
        await client.LeaseRevokeAsync(new LeaseRevokeRequest { ID = lease.ID }, Cancel);
        Assert.Empty((await client.GetAsync(new RangeRequest { Key = Key("a") }, Cancel)).Kvs);
        Assert.Equal(0, (await client.LeaseKeepAliveAsync(new LeaseKeepAliveRequest { ID = lease.ID }, Cancel)).TTL);
        var failure = await Assert.ThrowsAsync<EtcdException>(() => client.LeaseRevokeAsync(new LeaseRevokeRequest { ID = lease.ID }, Cancel));
        Assert.Equal(EtcdCode.NotFound, failure.Code);
    }

    [Fact]
    public async Task Compact_Twice_SaysCompacted()
    {
        using var client = fixture.Open();
        await client.PutAsync(new PutRequest { Key = Key("a") }, Cancel);
        var revision = (await client.PutAsync(new PutRequest { Key = Key("a") }, Cancel)).Header.Revision;
        await client.CompactAsync(new CompactionRequest { Revision = revision }, Cancel);
        await Assert.ThrowsAsync<EtcdCompactedException>(() => client.CompactAsync(new CompactionRequest { Revision = revision }, Cancel));
        await Assert.ThrowsAsync<EtcdCompactedException>(() => client.GetAsync(new RangeRequest { Key = Key("a"), Revision = revision - 1 }, Cancel));
        var watch = client.WatchRangeAsync(new WatchCreateRequest { Key = Key("a"), StartRevision = revision - 1 }, Cancel).GetAsyncEnumerator(Cancel);
        await using (watch)
        {
            var failure = await Assert.ThrowsAsync<EtcdCompactedException>(async () => await watch.MoveNextAsync());
            Assert.Equal(revision, failure.CompactRevision);
        }
    }

    [Fact]
    public async Task Watch_ConsumerDoesNotRead_FailsAloneAndOthersGoOn()
    {
        using var client = fixture.Open(o => o with { WatchBuffer = 5 });
        var start = (await client.PutAsync(new PutRequest { Key = Key("start") }, Cancel)).Header.Revision;
        await using var slow = Watch(client, start).GetAsyncEnumerator(Cancel);
        await using var quick = Watch(client, start).GetAsyncEnumerator(Cancel);
        var (first, seen) = (slow.MoveNextAsync().AsTask(), 0);
        for (var i = 0; i < 20; i++)
        {
            await client.PutAsync(new PutRequest { Key = Key("a") }, Cancel);
            Assert.True(await quick.MoveNextAsync());
            seen += quick.Current.Events.Count;
        }

        Assert.Equal(20, seen);
        Assert.True(await first);
        var failure = await Assert.ThrowsAsync<EtcdException>(async () =>
        {
            while (await slow.MoveNextAsync())
            {
            }
        });
        Assert.Equal(EtcdCode.ResourceExhausted, failure.Code);
    }

    [Fact]
    public async Task Watch_ResponsesLargerThanAMessageMayBe_AreJoined()
    {
        using var client = fixture.Open();
        var value = ByteString.CopyFrom(new byte[600_000]);
        var start = (await client.PutAsync(new PutRequest { Key = Key("start") }, Cancel)).Header.Revision;
        for (var i = 0; i < 8; i++)
        {
            await client.PutAsync(new PutRequest { Key = Key($"{i}"), Value = value }, Cancel);
        }

        var revisions = new List<long>();
        await foreach (var events in Watch(client, start))
        {
            revisions.AddRange(events.Events.Select(e => e.Kv.ModRevision));
            Assert.Equal(revisions[^1], events.Revision);
            if (revisions.Count == 8)
            {
                break;
            }
        }

        Assert.Equal(Enumerable.Range(1, 8).Select(i => start + i), revisions);
    }

    [Fact]
    public async Task Watch_Cancelled_Ends()
    {
        using var client = fixture.Open();
        using var stop = new CancellationTokenSource();
        await using var watch = client.WatchRangeAsync(new WatchCreateRequest { Key = Key("a") }, stop.Token).GetAsyncEnumerator(stop.Token);
        var next = watch.MoveNextAsync();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await next);
    }

    [Fact]
    public async Task Watch_ClientClosed_Fails()
    {
        var client = fixture.Open();
        var start = (await client.PutAsync(new PutRequest { Key = Key("start") }, Cancel)).Header.Revision;
        await using var watch = Watch(client, start).GetAsyncEnumerator(Cancel);
        var next = watch.MoveNextAsync();
        client.Dispose();
        var failure = await Assert.ThrowsAsync<EtcdException>(async () => await next);
        Assert.Equal(EtcdCode.Cancelled, failure.Code);
    }

    [Fact]
    public async Task RequestProgress_QuietWatch_TellsTheRevision()
    {
        using var client = fixture.Open();
        var start = (await client.PutAsync(new PutRequest { Key = Key("start") }, Cancel)).Header.Revision;
        await using var watch = Watch(client, start).GetAsyncEnumerator(Cancel);
        await client.PutAsync(new PutRequest { Key = Key("a") }, Cancel);
        Assert.True(await watch.MoveNextAsync());
        var elsewhere = (await client.PutAsync(new PutRequest { Key = ByteString.CopyFromUtf8("elsewhere") }, Cancel)).Header.Revision;
        client.RequestProgress();
        Assert.True(await watch.MoveNextAsync());
        Assert.Equal((0, elsewhere), (watch.Current.Events.Count, watch.Current.Revision));
    }

    private IAsyncEnumerable<EtcdWatchEvents> Watch(EtcdClient client, long after)
    {
        var end = ByteString.CopyFromUtf8(_prefix[..^1] + '0');
        return client.WatchRangeAsync(new WatchCreateRequest { Key = Key(""), RangeEnd = end, StartRevision = after + 1 }, Cancel);
    }

    private ByteString Key(string name) => ByteString.CopyFromUtf8(_prefix + name);
}
