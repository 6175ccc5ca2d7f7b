using System.Net;
using Kube.Storage;

namespace Kube.ApiServer.Tests;

/// <summary>Cluster addresses and node ports.</summary>
public sealed class ServiceTests
{
    private const string Path = "/api/v1/namespaces/default/services";

    [Fact]
    public async Task Create_TwoServersOneStore_GiveDistinctValues()
    {
        await using var store = new MemoryStore(TimeProvider.System);
        await using var one = await TestServer.StartAsync(store);
        await using var two = await TestServer.StartAsync(store);
        var created = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => (i % 2 == 0 ? one : two).PostAsync(Path, Body($"s{i}", """ "type":"NodePort", """))));
        Assert.All(created, c => c.Expect(201));
        Assert.Equal(40, created.Select(c => (string)c.Json["spec"]!["clusterIP"]!).Distinct().Count());
        Assert.Equal(40, created.Select(c => (int)c.Json["spec"]!["ports"]![0]!["nodePort"]!).Distinct().Count());
    }

    [Theory]
    [InlineData(""" "clusterIP":"10.96.0.1", """, "spec.clusterIPs: Invalid value: [\"10.96.0.1\"]: failed to allocate IP 10.96.0.1: provided IP is already allocated")]
    [InlineData(""" "clusterIP":"10.97.0.1", """, "spec.clusterIPs: Invalid value: [\"10.97.0.1\"]: failed to allocate IP 10.97.0.1: the provided IP (10.97.0.1) is not in the valid range. The range of valid IPs is 10.96.0.0/16")]
    public async Task Create_AddressThatCannotBeHad_IsInvalid(string spec, string message)
    {
        await using var store = new MemoryStore(TimeProvider.System);
        await using var server = await TestServer.StartAsync(store);
        (await server.PostAsync(Path, Body("s", spec))).ExpectFailure(422, "Invalid", $"Service \"s\" is invalid: {message}");
    }

    [Fact]
    public async Task NodePort_TakenAndReleased_IsFreeAgain()
    {
        await using var store = new MemoryStore(TimeProvider.System);
        await using var server = await TestServer.StartAsync(store);
        (await server.PostAsync(Path, Port("a", 30080))).Expect(201);
        (await server.PostAsync(Path, Port("b", 30080))).ExpectFailure(
            422, "Invalid", "Service \"b\" is invalid: spec.ports[0].nodePort: Invalid value: 30080: provided port is already allocated");
        (await server.PostAsync(Path, Port("b", 80))).ExpectFailure(
            422, "Invalid", "Service \"b\" is invalid: spec.ports[0].nodePort: Invalid value: 80: provided port is not in the valid range. The range of valid ports is 30000-32767");
        (await server.PatchAsync(Path + "/a", """{"spec":{"ports":[{"port":80,"nodePort":30081}]}}""")).Expect(200);
        (await server.PostAsync(Path, Port("b", 30080))).Expect(201);
        (await server.DeleteAsync(Path + "/a")).Expect(200);
        (await server.PostAsync(Path, Port("c", 30081))).Expect(201);
    }

    [Fact]
    public async Task Create_RangeFull_SaysSo()
    {
        await using var store = new MemoryStore(TimeProvider.System);
        await using var server = await TestServer.StartAsync(store, o => o with { ServiceClusterIPRange = IPNetwork.Parse("10.9.0.0/28") });
        var made = 0;
        Reply reply;
        while ((reply = await server.PostAsync(Path, Body($"s{made}", ""))).Code == 201)
        {
            made++;
        }

        // 14 addresses: one is the API server's, one is kept for DNS.
        Assert.Equal((12, "Internal error occurred: failed to allocate a serviceIP: range is full"), (made, reply.Message));
    }

    [Fact]
    public async Task Start_AfterACrash_GivesBackWhatNoServiceHolds()
    {
        await using var store = new MemoryStore(TimeProvider.System);
        var left = """{"holder":"default/gone/1","time":0}"""u8.ToArray();
        await store.CreateAsync("/registry/ranges/servicenodeports/30080", left, null, CancellationToken.None);
        await using var server = await TestServer.StartAsync(store);
        (await server.PostAsync(Path, Port("a", 30080))).Expect(201);
    }

    [Fact]
    public async Task Create_Headless_GetsNoAddress()
    {
        await using var store = new MemoryStore(TimeProvider.System);
        await using var server = await TestServer.StartAsync(store);
        Assert.Equal("None", (string)(await server.PostAsync(Path, Body("s", """ "clusterIP":"None", """))).Expect(201).Json["spec"]!["clusterIP"]!);
        Assert.Null((await server.PostAsync(Path, Body("e", """ "type":"ExternalName","externalName":"x.test", """))).Expect(201).Json["spec"]!["clusterIP"]);
    }

    [Fact]
    public async Task Start_PublishesTheServiceKubernetes()
    {
        await using var store = new MemoryStore(TimeProvider.System);
        await using var server = await TestServer.StartAsync(store, o => o with { AdvertiseAddress = IPAddress.Parse("10.0.0.7") });
        Assert.Equal("10.96.0.1", (string)(await server.GetAsync(Path + "/kubernetes")).Expect(200).Json["spec"]!["clusterIP"]!);
        var slice = (await server.GetAsync("/apis/discovery.k8s.io/v1/namespaces/default/endpointslices/kubernetes")).Expect(200).Json;
        Assert.Equal(("10.0.0.7", server.Api.Port), ((string)slice["endpoints"]![0]!["addresses"]![0]!, (int)slice["ports"]![0]!["port"]!));
    }

    private static string Body(string name, string spec) => $$$"""{"metadata":{"name":"{{{name}}}"},"spec":{{{{spec}}}"ports":[{"port":80}]} }""";

    private static string Port(string name, int nodePort) => $$$"""{"metadata":{"name":"{{{name}}}"},"spec":{"type":"NodePort","ports":[{"port":80,"nodePort":{{{nodePort}}}}]} }""";
}
