using Kube.Storage;

namespace Kube.ApiServer.Tests;

/// <summary>The server on a real etcd that goes away and comes back.</summary>
public sealed class OutageTests
{
    private const string Path = "/api/v1/namespaces/default/configmaps";

    [Fact]
    public async Task Etcd_KilledAndBack_NothingAcknowledgedIsLostAndWatchesGoOn()
    {
        await using var etcd = await EtcdProcess.StartNewAsync();
        await using var store = new EtcdStore(new EtcdStoreOptions { Endpoints = [etcd.Endpoint] }, TimeProvider.System);
        await using var server = await TestServer.StartAsync(store);
        await using var watch = await WatchReader.OpenAsync(server, Path + "?watch=true");
        (await server.PostAsync(Path, Samples.ConfigMap("before"))).Expect(201);
        Assert.Equal("ADDED before", await watch.NextAsync());

        await etcd.KillAsync();
        var away = await server.PostAsync(Path, Samples.ConfigMap("during"));
        Assert.True(away.Code is 503 or 504, away.Text);
        Assert.Equal("Status", (string)away.Json["kind"]!);

        await etcd.StartAsync();
        await Eventually.HoldsAsync(TimeSpan.FromSeconds(20), async () => (await server.PostAsync(Path, Samples.ConfigMap("after"))) is { Code: 201 or 409 } ? null : "not yet");
        Assert.Equal("ADDED after", await watch.NextAsync());
        var list = (await server.GetAsync(Path)).Expect(200);
        Assert.Equal(["after", "before"], list.Json["items"]!.AsArray().Select(i => (string)i!["metadata"]!["name"]!));
    }

    [Fact]
    public async Task Event_OnEtcd_HasALease()
    {
        await using var etcd = await EtcdProcess.StartNewAsync();
        await using var store = new EtcdStore(new EtcdStoreOptions { Endpoints = [etcd.Endpoint] }, TimeProvider.System);
        await using var server = await TestServer.StartAsync(store);
        var resource = Kube.Api.Resources.Catalog.Find("", "v1", "events")!;
        (await server.PostAsync("/api/v1/namespaces/default/events", Samples.Of(resource, "e", "default"))).Expect(201);
        var shell = new Shell("/", new Dictionary<string, string> { ["ETCDCTL_API"] = "3" });
        Assert.Matches("^[0-9a-f]+$", (await shell.RunAsync($"etcdctl --endpoints {etcd.Endpoint} lease list | tail -1")).Text);
    }
}
