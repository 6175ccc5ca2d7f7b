using System.Text.Json.Nodes;
using Kube.Storage;
using Kube.Testing;

namespace Kube.ApiServer.Tests;

/// <summary>Many writers on few objects, with watchers that come at different times and select differently: nothing is lost, doubled or out of order.</summary>
public sealed class ConcurrencyTests
{
    private const string Collection = "/api/v1/namespaces/default/configmaps";

    [Fact]
    public async Task Storm_OnMemory_EveryWatcherSeesEveryRevisionOnceInOrder()
    {
        await using var store = new MemoryStore(TimeProvider.System);
        await RunAsync(store);
    }

    [Fact]
    public async Task Storm_OnEtcd_EveryWatcherSeesEveryRevisionOnceInOrder()
    {
        await using var etcd = await EtcdProcess.StartNewAsync();
        await using var store = new EtcdStore(new EtcdStoreOptions { Endpoints = [etcd.Endpoint] }, TimeProvider.System);
        await RunAsync(store);
    }

    private static async Task RunAsync(IStore store)
    {
        await using var server = await TestServer.StartAsync(store);
        var storm = new WriteStorm(server, Collection);
        var start = (await server.GetAsync(Collection)).Revision;
        var all = FollowAsync(server, $"resourceVersion={start}");
        await storm.MakeAsync();
        var watchers = new List<(string Query, Task<List<Seen>> Events)>();
        void Add(params string[] queries) => watchers.AddRange(queries.Select(q => (q, FollowAsync(server, q))));
        Add("labelSelector=on=yes&resourceVersion=" + start, $"fieldSelector=metadata.name={WriteStorm.Last}&resourceVersion={start}");
        var running = storm.RunAsync();
        for (var i = 0; i < 6; i++)
        {
            // Watchers begin all through the storm, not only before it has gathered way.
            string now;
            do
            {
                now = (await server.GetAsync(Collection)).Revision;
            }
            while (storm.Acknowledged.Count < 50 * i && !running.IsCompleted);

            Add("resourceVersion=" + now, "labelSelector=on=yes&resourceVersion=" + start, "sendInitialEvents=true&resourceVersionMatch=NotOlderThan", "sendInitialEvents=true&resourceVersionMatch=NotOlderThan&labelSelector=on=yes");
        }

        await running;
        await storm.EndAsync();
        await storm.CheckAsync();
        var reference = await all;
        Assert.Equal(storm.Acknowledged.Keys.Order(), reference.Where(e => e.Type != "DELETED").Select(e => e.Revision));
        Assert.Equal(storm.Deleted, reference.Count(e => e.Type == "DELETED"));
        foreach (var (query, events) in watchers)
        {
            Check(reference, await events, query);
        }
    }

    /// <summary>What one watcher saw must be what the full history becomes through its selector, from where it began.</summary>
    private static void Check(List<Seen> reference, List<Seen> seen, string query)
    {
        var end = seen.FindIndex(e => e.Type == "BOOKMARK");
        var start = end >= 0 ? seen[end].Revision : long.Parse(query[(query.LastIndexOf('=') + 1)..], System.Globalization.CultureInfo.InvariantCulture);
        var (before, after) = Select(reference, Selector(query), start);
        if (end >= 0)
        {
            Assert.Equal(before, seen[..end].Select(e => (e.Name, e.Revision)));
        }

        Assert.Equal(after, seen[(end + 1)..].Select(e => (e.Type, e.Name, e.Revision)));
    }

    private static Func<Seen, bool> Selector(string query) =>
        query.Contains("labelSelector", StringComparison.Ordinal) ? e => e.On
        : query.Contains("fieldSelector", StringComparison.Ordinal) ? e => e.Name == WriteStorm.Last
        : _ => true;

    /// <summary>The state at a revision and the events after it, through a selector.</summary>
    private static (IEnumerable<(string Name, long Revision)> Before, List<(string Type, string Name, long Revision)> After) Select(List<Seen> reference, Func<Seen, bool> selects, long start)
    {
        var live = new SortedDictionary<string, Seen>(StringComparer.Ordinal);
        var after = new List<(string, string, long)>();
        List<(string, long)>? state = null;
        foreach (var change in reference)
        {
            if (change.Revision > start)
            {
                state ??= [.. live.Values.Select(e => (e.Name, e.Revision))];
            }

            var was = live.Remove(change.Name);
            var type = change.Type != "DELETED" && selects(change) ? was ? "MODIFIED" : "ADDED" : was ? "DELETED" : null;
            if (type is "ADDED" or "MODIFIED")
            {
                live[change.Name] = change;
            }

            if (type is not null && change.Revision > start)
            {
                after.Add((type, change.Name, change.Revision));
            }
        }

        return (state ?? [.. live.Values.Select(e => (e.Name, e.Revision))], after);
    }

    private static async Task<List<Seen>> FollowAsync(TestServer server, string query)
    {
        await using var watch = await WatchReader.OpenAsync(server, $"{Collection}?watch=true&allowWatchBookmarks=true&{query}");
        var seen = new List<Seen>();
        while (await watch.NextEventAsync() is { } next)
        {
            var (type, obj) = ((string)next["type"]!, next["object"]!);
            if (type != "BOOKMARK" || obj["metadata"]!["annotations"] is not null)
            {
                seen.Add(Seen.Of(type, obj));
            }

            if ((string?)obj["metadata"]!["name"] == WriteStorm.Last && obj["data"]?["end"] is not null)
            {
                return seen;
            }
        }

        throw new InvalidOperationException($"the watch of {query} ended");
    }

    private sealed record Seen(string Type, string Name, long Revision, bool On)
    {
        public static Seen Of(string type, JsonNode obj) => new(
            type,
            (string?)obj["metadata"]!["name"] ?? "",
            long.Parse((string)obj["metadata"]!["resourceVersion"]!, System.Globalization.CultureInfo.InvariantCulture),
            (string?)obj["metadata"]!["labels"]?["on"] == "yes");
    }
}
