using Kube.Storage;
using Kube.Testing;

namespace Kube.ApiServer.Tests;

/// <summary>The parts of the control plane as the old ComponentStatus shows them.</summary>
public sealed class ComponentStatusTests
{
    private const string Path = "/api/v1/componentstatuses";
    private const string Leases = "/apis/coordination.k8s.io/v1/namespaces/kube-system/leases";

    [Fact]
    public async Task List_SaysWhoLeads_AndWarnsThatItWillGo()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.Parse("2026-01-02T03:04:05Z", System.Globalization.CultureInfo.InvariantCulture));
        await using var store = new MemoryStore(TimeProvider.System);
        await using var server = await TestServer.StartAsync(store, options => options with { Clock = clock });
        (await server.PostAsync(Leases, Lease("kube-scheduler", "2026-01-02T03:04:00.000000Z"))).Expect(201);
        (await server.PostAsync(Leases, Lease("kube-controller-manager", "2026-01-02T03:03:00.000000Z"))).Expect(201);
        foreach (var name in new[] { "kube-scheduler", "kube-controller-manager" })
        {
            (await server.GetAsync($"{Leases}/{name}")).Expect(200);
        }

        var reply = (await server.GetAsync(Path)).Expect(200);

        var seen = reply.Json["items"]!.AsArray().Select(i => $"{i!["metadata"]!["name"]}: {i["conditions"]![0]!["type"]}={i["conditions"]![0]!["status"]} {i["conditions"]![0]!["message"]}");
        Assert.Equal(
            [
                "controller-manager: Healthy=False no instance leads: the lease kube-system/kube-controller-manager was last renewed 65 seconds ago",
                "etcd-0: Healthy=True ok",
                "scheduler: Healthy=True ok",
            ],
            seen);
        Assert.Equal(["299 - \"v1 ComponentStatus is deprecated in v1.19+\""], reply.Warnings);
    }

    [Fact]
    public async Task Get_OfOnePart_OfNoPart_AndWrites()
    {
        await using var store = new MemoryStore(TimeProvider.System);
        await using var server = await TestServer.StartAsync(store);

        var scheduler = (await server.GetAsync(Path + "/scheduler")).Expect(200).Json;
        Assert.Equal("ComponentStatus", (string)scheduler["kind"]!);
        Assert.Equal("no instance leads: there is no lease kube-system/kube-scheduler", (string)scheduler["conditions"]![0]!["message"]!);
        var table = (await server.GetAsync(Path + "/etcd-0", "application/json;as=Table;v=v1;g=meta.k8s.io")).Expect(200).Json;
        Assert.Equal("""["etcd-0","Healthy","ok",""]""", table["rows"]![0]!["cells"]!.ToJsonString());
        (await server.GetAsync(Path + "/cloud")).ExpectFailure(404, "NotFound", "componentstatuses \"cloud\" not found");
        (await server.PostAsync(Path, """{"metadata":{"name":"x"}}""")).Expect(405);
    }

    private static string Lease(string name, string renewed) =>
        $$$"""{"metadata":{"name":"{{{name}}}"},"spec":{"holderIdentity":"me","leaseDurationSeconds":15,"renewTime":"{{{renewed}}}"}}""";
}
