using System.Text.Json.Nodes;
using Kube.Api.Resources;
using Kube.Storage;
using Kube.Testing;

namespace Kube.ApiServer.Tests;

/// <summary>APIServices: one for each group and version served, and honest words about those of other servers.</summary>
public sealed class ApiServiceTests(ServerFixture fixture)
{
    private const string Path = "/apis/apiregistration.k8s.io/v1/apiservices";
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_pass = TimeSpan.FromSeconds(5);

    private TestServer Server => fixture.Server;

    [Fact]
    public async Task Start_EveryGroupVersion_HasItsLocalAPIService()
    {
        var list = (await Server.GetAsync(Path + "?labelSelector=kube-aggregator.kubernetes.io/automanaged=onstart")).Expect(200).Json["items"]!.AsArray();
        var expected = Catalog.All.Select(r => $"{r.Info.Version}.{r.Info.Group}").Where(n => n != "v1.apiregistration.k8s.io").Distinct();
        Assert.Equal(expected.Order(StringComparer.Ordinal), list.Select(i => (string)i!["metadata"]!["name"]!).Order(StringComparer.Ordinal));
        Assert.All(list, i => Assert.Equal(("True", "Local"), Condition(i!)));
        var core = (await Server.GetAsync(Path + "/v1.")).Expect(200).Json["spec"]!;
        Assert.Equal((18000, 1), ((int)core["groupPriorityMinimum"]!, (int)core["versionPriority"]!));
        var table = (await Server.GetAsync(Path + "/v1.apps", "application/json;as=Table;v=v1;g=meta.k8s.io")).Expect(200).Json["rows"]![0]!["cells"]!.AsArray();
        Assert.Equal(["v1.apps", "Local", "True"], table.Take(3).Select(c => (string)c!));
    }

    [Fact]
    public async Task OtherServer_WhateverIsBehindIt_IsUnavailableWithTheReason()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(50));
        await using var store = new MemoryStore(TimeProvider.System);
        await using var server = await TestServer.StartAsync(store, o => o with { Clock = clock });
        var name = Path + "/v1beta1.metrics.k8s.io";
        (await server.GetAsync("/apis/metrics.k8s.io/v1beta1/nodes")).Expect(404);
        (await server.PostAsync(Path, """
            {"metadata":{"name":"v1beta1.metrics.k8s.io"},"spec":{"group":"metrics.k8s.io","version":"v1beta1","groupPriorityMinimum":100,"versionPriority":100,
            "insecureSkipTLSVerify":true,"service":{"namespace":"default","name":"metrics"}}}
            """)).Expect(201);
        await ReasonAsync("ServiceNotFound");
        (await server.GetAsync("/apis/metrics.k8s.io/v1beta1/nodes")).ExpectFailure(503, "ServiceUnavailable", "service unavailable");
        (await server.GetAsync("/apis/metrics.k8s.io/v1beta1")).Expect(503);
        (await server.GetAsync("/apis/metrics.k8s.io/v1/nodes")).Expect(404);

        (await server.PostAsync("/api/v1/namespaces/default/services", """{"metadata":{"name":"metrics"},"spec":{"ports":[{"port":443}]}}""")).Expect(201);
        await ReasonAsync("EndpointsNotFound");
        (await server.PostAsync("/apis/discovery.k8s.io/v1/namespaces/default/endpointslices", """
            {"metadata":{"name":"metrics-1","labels":{"kubernetes.io/service-name":"metrics"}},"addressType":"IPv4","ports":[{"port":443}],"endpoints":[{"addresses":["10.1.2.3"],"conditions":{"ready":false}}]}
            """)).Expect(201);
        await ReasonAsync("MissingEndpoints");
        (await server.PatchAsync("/apis/discovery.k8s.io/v1/namespaces/default/endpointslices/metrics-1", """{"endpoints":[{"addresses":["10.1.2.3"],"conditions":{"ready":true}}]}""")).Expect(200);
        await ReasonAsync("FailedDiscoveryCheck");

        (await server.DeleteAsync(name)).Expect(200);
        await Eventually.HoldsAsync(s_patience, async () => (await server.GetAsync("/apis/metrics.k8s.io/v1beta1/nodes")).Code == 404 ? null : "still served");

        async Task ReasonAsync(string reason) => await Eventually.HoldsAsync(s_patience, async () =>
        {
            clock.Advance(s_pass);
            var condition = Condition((await server.GetAsync(name)).Expect(200).Json);
            return condition == ("False", reason) ? null : $"{condition} is not {reason}";
        });
    }

    [Fact]
    public async Task Delete_OwnAPIService_ComesBack()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(50));
        await using var store = new MemoryStore(TimeProvider.System);
        await using var server = await TestServer.StartAsync(store, o => o with { Clock = clock });
        (await server.DeleteAsync(Path + "/v1.apps")).Expect(200);
        await Eventually.HoldsAsync(s_patience, async () =>
        {
            clock.Advance(s_pass);
            return (await server.GetAsync(Path + "/v1.apps")).Code == 200 ? null : "gone";
        });
    }

    private static (string? Status, string? Reason) Condition(JsonNode service)
    {
        var condition = service["status"]?["conditions"]?.AsArray().FirstOrDefault(c => (string)c!["type"]! == "Available");
        return ((string?)condition?["status"], (string?)condition?["reason"]);
    }
}
