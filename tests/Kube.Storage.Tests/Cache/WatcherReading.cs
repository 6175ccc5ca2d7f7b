using Kube.Storage.Cache;

namespace Kube.Storage.Tests.Cache;

/// <summary>Reads watchers the way tests like to.</summary>
internal static class WatcherReading
{
    /// <summary>The next events, so many.</summary>
    public static async Task<List<CacheEvent>> TakeAsync(this CacheWatcher watcher, int count)
    {
        var events = new List<CacheEvent>();
        while (events.Count < count)
        {
            var batch = await watcher.ReadAsync(Timeout.InfiniteTimeSpan, TestContext.Current.CancellationToken);
            Assert.False(batch.Ended, $"ended after {events.Count} of {count} events");
            events.AddRange(batch.Events);
        }

        Assert.Equal(count, events.Count);
        return events;
    }

    /// <summary>Types, names and revisions of the events up to a revision.</summary>
    public static async Task<List<string>> TakeUntilAsync(this CacheWatcher watcher, long revision)
    {
        var seen = new List<string>();
        while (true)
        {
            var batch = await watcher.ReadAsync(TimeSpan.FromMilliseconds(1), TestContext.Current.CancellationToken);
            Assert.False(batch.Ended);
            seen.AddRange(batch.Events.Select(e => $"{e.Type} {e.Entry.Name} {e.Revision}"));
            if (batch.Revision >= revision)
            {
                return seen;
            }
        }
    }
}
