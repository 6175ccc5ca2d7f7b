using System.Globalization;
using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;
using Kube.Client;

namespace Kube.Integration.Tests.Convergence;

/// <summary>Many writers on few objects, many watchers: nothing acknowledged is lost, and every watcher sees every revision once and in order.</summary>
public class ConcurrencyTests
{
    private const int Objects = 4;
    private const int Writers = 8;
    private const int Increments = 25;
    private const int Watchers = 6;

    private sealed record Seen(string Name, long Revision, WatchEventType Type, int Count);

    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    public async Task ReadModifyWrite_ManyWriters_NoUpdateIsLostAndWatchersAgree(string store)
    {
        await using var stores = new Stores();
        await using var server = await TestServer.StartAsync(await stores.OpenAsync(store));
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        await CreateSharedAsync(server, limit.Token);
        var start = (await server.Client.ListAsync<ConfigMap>("default", null, limit.Token)).Metadata!.ResourceVersion!;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(limit.Token);
        var watching = Enumerable.Range(0, Watchers).Select(_ => WatchAsync(server, start, end.Token)).ToArray();
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => WriteAsync(server, writer, limit.Token)));
        await server.Client.CreateAsync(Map("last"), limit.Token);
        var seen = await Task.WhenAll(watching);

        var final = await server.Client.ListAsync<ConfigMap>("default", null, limit.Token);
        Assert.Equal(Writers * Increments, final.Items!.Where(m => m.Metadata!.Name!.StartsWith("shared-", StringComparison.Ordinal)).Sum(CountOf));
        Assert.All(seen, one => Assert.Equal(seen[0], one));
        AssertOrdered(seen[0]);
        foreach (var changes in seen[0].Where(s => s.Name.StartsWith("shared-", StringComparison.Ordinal)).GroupBy(s => s.Name))
        {
            Assert.Equal(Enumerable.Range(1, changes.Count()), changes.Select(s => s.Count));
        }

        Assert.Equal(Writers, seen[0].Count(s => s.Type == WatchEventType.Deleted));
    }

    [Theory]
    [MemberData(nameof(Stores.Both), MemberType = typeof(Stores))]
    public async Task Watch_FromEarlierRevisions_CatchesUpWithoutGapOrRepeat(string store)
    {
        await using var stores = new Stores();
        await using var server = await TestServer.StartAsync(await stores.OpenAsync(store));
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        await CreateSharedAsync(server, limit.Token);
        var start = (await server.Client.ListAsync<ConfigMap>("default", null, limit.Token)).Metadata!.ResourceVersion!;
        var writing = WriteAsync(server, 0, limit.Token);
        var early = WatchAsync(server, start, limit.Token);
        await writing;
        var middle = (await server.Client.ListAsync<ConfigMap>("default", null, limit.Token)).Metadata!.ResourceVersion!;
        var late = WatchAsync(server, start, limit.Token);
        var lateFromMiddle = WatchAsync(server, middle, limit.Token);
        await server.Client.CreateAsync(Map("last"), limit.Token);
        Assert.Equal(await early, await late);
        Assert.Equal((await early).Where(s => s.Revision > long.Parse(middle, CultureInfo.InvariantCulture)), await lateFromMiddle);
    }

    [Fact]
    public async Task Create_SameNameFromManyClients_ExactlyOneWins()
    {
        await using var server = await TestServer.StartAsync();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
        {
            try
            {
                await server.Client.CreateAsync(Map("prize"));
                return true;
            }
            catch (ApiException e) when (e.IsAlreadyExists)
            {
                return false;
            }
        }));
        Assert.Single(outcomes, won => won);
    }

    private static async Task CreateSharedAsync(TestServer server, CancellationToken ct)
    {
        for (var i = 0; i < Objects; i++)
        {
            await server.Client.CreateAsync(Map($"shared-{i}"), ct);
        }
    }

    private static async Task WriteAsync(TestServer server, int writer, CancellationToken ct)
    {
        using var client = server.NewClient();
        await client.CreateAsync(Map($"own-{writer}"), ct);
        for (var i = 0; i < Increments; i++)
        {
            await IncrementAsync(client, $"shared-{(writer + i) % Objects}", ct);
        }

        await client.DeleteAsync<ConfigMap>("default", $"own-{writer}", null, ct);
    }

    private static async Task IncrementAsync(KubeClient client, string name, CancellationToken ct)
    {
        while (true)
        {
            var map = await client.GetAsync<ConfigMap>("default", name, ct);
            map.Data!["count"] = (CountOf(map) + 1).ToString(CultureInfo.InvariantCulture);
            try
            {
                await client.UpdateAsync(map, ct);
                return;
            }
            catch (ApiException e) when (e.IsConflict)
            {
                continue; // Somebody was faster; read again.
            }
        }
    }

    /// <summary>Everything seen up to the object named <c>last</c>.</summary>
    private static async Task<List<Seen>> WatchAsync(TestServer server, string from, CancellationToken ct)
    {
        var seen = new List<Seen>();
        using var client = server.NewClient();
        await foreach (var change in client.WatchAsync<ConfigMap>("default", new ListQuery { ResourceVersion = from }, ct))
        {
            if (change.Type == WatchEventType.Bookmark)
            {
                continue;
            }

            var meta = change.Object.Metadata!;
            seen.Add(new Seen(meta.Name!, long.Parse(meta.ResourceVersion!, CultureInfo.InvariantCulture), change.Type, CountOf(change.Object)));
            if (meta.Name == "last")
            {
                return seen;
            }
        }

        throw new InvalidOperationException($"the watch ended after {seen.Count} changes");
    }

    private static void AssertOrdered(List<Seen> seen)
    {
        for (var i = 1; i < seen.Count; i++)
        {
            Assert.True(seen[i].Revision > seen[i - 1].Revision, $"{seen[i]} after {seen[i - 1]}");
        }
    }

    private static ConfigMap Map(string name) => new() { Metadata = new ObjectMeta { Name = name, Namespace = "default" }, Data = new() { ["count"] = "0" } };

    private static int CountOf(ConfigMap map) => int.Parse(map.Data!["count"], CultureInfo.InvariantCulture);
}
