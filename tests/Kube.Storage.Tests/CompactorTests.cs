using Kube.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kube.Storage.Tests;

public class CompactorTests
{
    private static readonly TimeSpan s_interval = TimeSpan.FromMinutes(5);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_AnIntervalLater_ForgetsWhatWasOldThenAndKeepsTheRest()
    {
        var clock = new FakeTimeProvider();
        await using var store = new MemoryStore(clock);
        var first = await WriteAsync(store, "a");
        var second = await WriteAsync(store, "b");
        using var stop = new CancellationTokenSource();
        var run = new Compactor(store, s_interval, clock, NullLogger<Compactor>.Instance).RunAsync(stop.Token);
        var third = await WriteAsync(store, "c");
        clock.Advance(s_interval);
        await Eventually.HoldsAsync(TimeSpan.FromSeconds(5), async () => await HoldsAsync(store, first) ? "first is still held" : null);
        Assert.True(await HoldsAsync(store, second));
        Assert.True(await HoldsAsync(store, third));
        await stop.CancelAsync();
        await run;
    }

    private static async Task<long> WriteAsync(MemoryStore store, string name) =>
        (await store.CreateAsync("/registry/" + name, "x"u8.ToArray(), null, Cancel)).Revision;

    private static async Task<bool> HoldsAsync(MemoryStore store, long revision)
    {
        try
        {
            await store.RangeAsync("/registry/", null, 0, revision, Cancel);
            return true;
        }
        catch (CompactedException)
        {
            return false;
        }
    }
}
