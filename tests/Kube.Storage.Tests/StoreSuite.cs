using System.Globalization;
using System.Text;

namespace Kube.Storage.Tests;

/// <summary>What every store must do. Each test has its own prefix, so that stores may be shared.</summary>
public abstract class StoreSuite : IAsyncDisposable
{
    private readonly string _prefix = $"/registry/{Guid.NewGuid():n}/";

    protected abstract IStore Store { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected abstract void PassTime(TimeSpan time);

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return Store.DisposeAsync();
    }

    [Fact]
    public async Task Create_NewKey_CanBeReadAtItsRevision()
    {
        var created = await CreateAsync("a", "1");
        Assert.True(created.Succeeded);
        var entry = await Store.GetAsync(_prefix + "a", Cancel);
        Assert.Equal(("1", created.Revision, _prefix + "a"), (Text(entry!.Value), entry.ModRevision, entry.Key));
        Assert.Equal(created.Revision, await Store.CurrentRevisionAsync(Cancel));
    }

    [Fact]
    public async Task Create_ExistingKey_FailsAndTellsWhatIsThere()
    {
        var first = await CreateAsync("a", "1");
        var second = await CreateAsync("a", "2");
        Assert.False(second.Succeeded);
        Assert.Equal(("1", first.Revision), (Text(second.Current!.Value), second.Current.ModRevision));
    }

    [Fact]
    public async Task Get_NoSuchKey_IsNull() => Assert.Null(await Store.GetAsync(_prefix + "none", Cancel));

    [Fact]
    public async Task Update_GuardHolds_Writes()
    {
        var created = await CreateAsync("a", "1");
        var updated = await UpdateAsync("a", "2", created.Revision);
        Assert.True(updated.Succeeded);
        Assert.True(updated.Revision > created.Revision);
        Assert.Equal("2", Text((await Store.GetAsync(_prefix + "a", Cancel))!.Value));
    }

    [Fact]
    public async Task Update_GuardFails_WritesNothingAndTellsWhatIsThere()
    {
        var created = await CreateAsync("a", "1");
        var updated = await UpdateAsync("a", "2", created.Revision);
        var late = await UpdateAsync("a", "3", created.Revision);
        Assert.False(late.Succeeded);
        Assert.Equal(("2", updated.Revision), (Text(late.Current!.Value), late.Current.ModRevision));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task UpdateOrDelete_NoSuchKey_FailsWithNothingThere(long expected)
    {
        var updated = await UpdateAsync("none", "1", expected);
        var deleted = await Store.DeleteAsync(_prefix + "none", expected, Cancel);
        Assert.Equal((false, null), (updated.Succeeded, updated.Current));
        Assert.Equal((false, null), (deleted.Succeeded, deleted.Current));
        Assert.Null(await Store.GetAsync(_prefix + "none", Cancel));
    }

    [Fact]
    public async Task Delete_GuardHoldsOrNot_DeletesOrTellsWhatIsThere()
    {
        var created = await CreateAsync("a", "1");
        var refused = await Store.DeleteAsync(_prefix + "a", created.Revision + 1000, Cancel);
        Assert.Equal((false, "1"), (refused.Succeeded, Text(refused.Current!.Value)));
        var deleted = await Store.DeleteAsync(_prefix + "a", created.Revision, Cancel);
        Assert.True(deleted.Succeeded && deleted.Revision > created.Revision);
        Assert.Null(await Store.GetAsync(_prefix + "a", Cancel));
    }

    [Fact]
    public async Task Range_LimitAndStartKey_PagesThroughOneRevision()
    {
        foreach (var name in (string[])["b", "a", "d", "c"])
        {
            await CreateAsync(name, name);
        }

        var first = await Store.RangeAsync(_prefix, null, 2, 0, Cancel);
        Assert.Equal(("ab", true, 4), (Names(first), first.More, first.Count));
        await CreateAsync("bb", "later");
        var rest = await Store.RangeAsync(_prefix, _prefix + "b\0", 2, first.Revision, Cancel);
        Assert.Equal(("cd", false, 2, first.Revision), (Names(rest), rest.More, rest.Count, rest.Revision));
        Assert.Equal("abbbcd", Names(await Store.RangeAsync(_prefix, null, 0, 0, Cancel)));
        Assert.Equal(5, await Store.CountAsync(_prefix, Cancel));
    }

    [Fact]
    public async Task Range_PastRevision_ShowsThatState()
    {
        var created = await CreateAsync("a", "1");
        await UpdateAsync("a", "2", created.Revision);
        await CreateAsync("b", "1");
        var past = await Store.RangeAsync(_prefix, null, 0, created.Revision, Cancel);
        Assert.Equal("1", Text(Assert.Single(past.Entries).Value));
    }

    [Fact]
    public async Task Range_CompactedRevision_Throws()
    {
        var first = await CreateAsync("a", "1");
        var second = await UpdateAsync("a", "2", first.Revision);
        await Store.CompactAsync(second.Revision, Cancel);
        await Store.CompactAsync(first.Revision, Cancel);
        await Assert.ThrowsAsync<CompactedException>(() => Store.RangeAsync(_prefix, null, 0, first.Revision, Cancel));
        Assert.Single((await Store.RangeAsync(_prefix, null, 0, second.Revision, Cancel)).Entries);
    }

    [Fact]
    public async Task Range_RevisionOfTheFuture_IsRefused()
    {
        var future = await Store.CurrentRevisionAsync(Cancel) + 1000;
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Store.RangeAsync(_prefix, null, 0, future, Cancel));
    }

    [Fact]
    public async Task Watch_FromARevision_TellsEachChangeAfterItOnceInOrder()
    {
        var created = await CreateAsync("a", "1");
        var updated = await UpdateAsync("a", "2", created.Revision);
        var watch = new StoreWatch(Store, _prefix, created.Revision);
        await using (watch)
        {
            await CreateAsync("b", "x");
            await Store.DeleteAsync(_prefix + "a", updated.Revision, Cancel);
            var events = await watch.TakeAsync(3);
            Assert.Equal(["a=2", "b=x", "-a"], events.Select(Describe));
            Assert.Equal(updated.Revision, events[0].Revision);
            Assert.True(events[0].Revision < events[1].Revision && events[1].Revision < events[2].Revision);
        }
    }

    [Fact]
    public async Task Watch_RevisionOfTheFuture_BeginsThere()
    {
        var first = await CreateAsync("a", "1");
        await using var watch = new StoreWatch(Store, _prefix, first.Revision + 1);
        var second = await UpdateAsync("a", "2", first.Revision);
        var third = await UpdateAsync("a", "3", second.Revision);
        Assert.Equal(third.Revision, Assert.Single(await watch.TakeAsync(1)).Revision);
    }

    [Fact]
    public async Task Watch_SeveralPrefixes_EachSeesItsOwn()
    {
        var start = await Store.CurrentRevisionAsync(Cancel);
        await using var first = new StoreWatch(Store, _prefix + "x/", start);
        await using var second = new StoreWatch(Store, _prefix + "y/", start);
        await CreateAsync("x/1", "1");
        await CreateAsync("y/1", "2");
        await CreateAsync("x/2", "3");
        Assert.Equal(["x/1=1", "x/2=3"], (await first.TakeAsync(2)).Select(Describe));
        Assert.Equal(["y/1=2"], (await second.TakeAsync(1)).Select(Describe));
    }

    [Fact]
    public async Task Watch_CompactedRevision_Throws()
    {
        var first = await CreateAsync("a", "1");
        var second = await UpdateAsync("a", "2", first.Revision);
        var third = await UpdateAsync("a", "3", second.Revision);
        await Store.CompactAsync(third.Revision, Cancel);
        await using var watch = new StoreWatch(Store, _prefix, first.Revision);
        await Assert.ThrowsAsync<CompactedException>(() => watch.TakeAsync(1));
    }

    [Fact]
    public async Task RequestProgress_ChangesElsewhere_WatchGetsThere()
    {
        var start = await Store.CurrentRevisionAsync(Cancel);
        await using var watch = new StoreWatch(Store, _prefix + "x/", start);
        await CreateAsync("x/1", "1");
        await watch.TakeAsync(1);
        var elsewhere = await CreateAsync("y", "1");
        await Store.RequestProgressAsync(Cancel);
        await watch.ReachAsync(elsewhere.Revision);
        Assert.Empty(watch.Rest);
    }

    [Fact]
    public async Task Create_WithATimeToLive_GoesByItself()
    {
        var ttl = TimeSpan.FromSeconds(1);
        var created = await Store.CreateAsync(_prefix + "a", "1"u8.ToArray(), ttl, Cancel);
        var other = await Store.CreateAsync(_prefix + "b", "1"u8.ToArray(), ttl, Cancel);
        await CreateAsync("c", "stays");
        var updated = await UpdateAsync("a", "2", created.Revision);
        await using var watch = new StoreWatch(Store, _prefix, updated.Revision);
        PassTime(ttl * 2);
        Assert.Equal(["-a", "-b"], (await watch.TakeAsync(2)).Select(Describe).Order());
        Assert.Equal("c", Names(await Store.RangeAsync(_prefix, null, 0, 0, Cancel)));
        Assert.True(other.Succeeded);
    }

    [Fact]
    public async Task Update_ManyAtOnce_NoneIsLost()
    {
        await CreateAsync("n", "0");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => IncrementAsync(25)));
        Assert.Equal("200", Text((await Store.GetAsync(_prefix + "n", Cancel))!.Value));
    }

    [Fact]
    public async Task Watch_ManyWriters_EveryWatcherSeesEachRevisionOnceInOrder()
    {
        const int keys = 4, writes = 40;
        var start = await Store.CurrentRevisionAsync(Cancel);
        var watches = Enumerable.Range(0, 5).Select(_ => new StoreWatch(Store, _prefix, start)).ToList();
        var written = await Task.WhenAll(Enumerable.Range(0, keys).Select(k => WriteAsync($"k{k}", writes)));
        var expected = written.SelectMany(r => r).Order().ToList();
        foreach (var watch in watches)
        {
            await using (watch)
            {
                Assert.Equal(expected, (await watch.TakeAsync(expected.Count)).Select(e => e.Revision));
            }
        }
    }

    private async Task<List<long>> WriteAsync(string name, int count)
    {
        var revisions = new List<long> { (await CreateAsync(name, "0")).Revision };
        for (var i = 1; i < count; i++)
        {
            revisions.Add((await UpdateAsync(name, $"{i}", revisions[^1])).Revision);
        }

        return revisions;
    }

    private async Task IncrementAsync(int times)
    {
        var current = await Store.GetAsync(_prefix + "n", Cancel);
        while (times > 0)
        {
            var next = int.Parse(Text(current!.Value), CultureInfo.InvariantCulture) + 1;
            var result = await UpdateAsync("n", $"{next}", current.ModRevision);
            times -= result.Succeeded ? 1 : 0;
            current = result.Succeeded ? new StoreEntry(current.Key, Encoding.UTF8.GetBytes($"{next}"), result.Revision) : result.Current;
        }
    }

    private Task<WriteResult> CreateAsync(string name, string value) => Store.CreateAsync(_prefix + name, Encoding.UTF8.GetBytes(value), null, Cancel);

    private Task<WriteResult> UpdateAsync(string name, string value, long expected) => Store.UpdateAsync(_prefix + name, Encoding.UTF8.GetBytes(value), expected, Cancel);

    private string Names(StoreRange range) => string.Concat(range.Entries.Select(e => e.Key[_prefix.Length..]));

    private string Describe(StoreEvent change) => change.IsDelete ? $"-{change.Key[_prefix.Length..]}" : $"{change.Key[_prefix.Length..]}={Text(change.Value)}";

    private static string Text(ReadOnlyMemory<byte> value) => Encoding.UTF8.GetString(value.Span);
}
