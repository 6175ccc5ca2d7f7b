using Kube.Storage;

namespace Kube.ApiServer.Tests;

/// <summary>What the cluster does with claims, volumes and classes as they are written: the default class, protection from deletion, and growth.</summary>
public sealed class StorageAdmissionTests
{
    private const string Classes = "/apis/storage.k8s.io/v1/storageclasses";
    private const string Claims = "/api/v1/namespaces/default/persistentvolumeclaims";
    private const string Default = "\"annotations\":{\"storageclass.kubernetes.io/is-default-class\":\"true\"}";

    [Theory]
    [InlineData("", "newer")]
    [InlineData(",\"storageClassName\":\"\"", "")]
    [InlineData(",\"storageClassName\":\"mine\"", "mine")]
    public async Task Claim_Created_GetsTheNewestDefaultClass_UnlessItChose(string choice, string expected)
    {
        await using var store = new MemoryStore(TimeProvider.System);
        await using var server = await TestServer.StartAsync(store);
        await CreateClassAsync(server, "older", Default + ",\"creationTimestamp\":\"2020-01-01T00:00:00Z\"");
        await CreateClassAsync(server, "newer", Default);
        await CreateClassAsync(server, "other", "\"labels\":{}");

        var claim = (await server.PostAsync(Claims, Claim("c", choice))).Expect(201).Json;

        // Two defaults of one second are told apart by name: "newer" before "older".
        Assert.Equal(expected, (string)claim["spec"]!["storageClassName"]!);
        Assert.Equal("Pending", (string)claim["status"]!["phase"]!);
    }

    [Fact]
    public async Task Claim_WithoutADefaultClass_StaysWithoutOne_AndTakesALaterOne()
    {
        await using var store = new MemoryStore(TimeProvider.System);
        await using var server = await TestServer.StartAsync(store);
        var claim = (await server.PostAsync(Claims, Claim("c"))).Expect(201).Json;
        Assert.Null(claim["spec"]!["storageClassName"]);

        var patched = (await server.PatchAsync($"{Claims}/c", """{"spec":{"storageClassName":"later"}}""")).Expect(200).Json;

        Assert.Equal("later", (string)patched["spec"]!["storageClassName"]!);
    }

    [Theory]
    [InlineData(Claims, "PersistentVolumeClaim", "kubernetes.io/pvc-protection")]
    [InlineData("/api/v1/persistentvolumes", "PersistentVolume", "kubernetes.io/pv-protection")]
    [InlineData("/apis/storage.k8s.io/v1/volumeattributesclasses", "VolumeAttributesClass", "kubernetes.io/vac-protection")]
    public async Task Protected_Deleted_StaysUntilItsFinalizerIsGone(string collection, string kind, string finalizer)
    {
        await using var store = new MemoryStore(TimeProvider.System);
        await using var server = await TestServer.StartAsync(store);
        var resource = Kube.Api.Resources.Catalog.All.Single(r => r.Info.Kind == kind);
        var created = (await server.PostAsync(collection, Samples.Of(resource, "x", "default", "\"finalizers\":[\"example.com/mine\"]"))).Expect(201).Json;
        Assert.Equal(["example.com/mine", finalizer], created["metadata"]!["finalizers"]!.AsArray().Select(f => (string)f!));

        (await server.DeleteAsync($"{collection}/x")).Expect(200);
        var held = (await server.GetAsync($"{collection}/x")).Expect(200).Json;
        Assert.NotNull(held["metadata"]!["deletionTimestamp"]);

        (await server.PatchAsync($"{collection}/x", """{"metadata":{"finalizers":null}}""")).Expect(200);
        (await server.GetAsync($"{collection}/x")).Expect(404);
    }

    [Theory]
    [InlineData("\"allowVolumeExpansion\":true,", "fast", 200, "")]
    [InlineData("", "fast", 403, "persistentvolumeclaims \"c\" is forbidden: only dynamically provisioned pvc can be resized and the storageclass that provisions the pvc must support resize")]
    [InlineData("\"allowVolumeExpansion\":true,", "gone", 403, "persistentvolumeclaims \"c\" is forbidden: only dynamically provisioned pvc can be resized and the storageclass that provisions the pvc must support resize")]
    [InlineData("\"allowVolumeExpansion\":true,", "", 403, "persistentvolumeclaims \"c\" is forbidden: only dynamically provisioned pvc can be resized and the storageclass that provisions the pvc must support resize")]
    public async Task BoundClaim_Grows_WhereItsClassAllows(string expansion, string name, int code, string message)
    {
        await using var store = new MemoryStore(TimeProvider.System);
        await using var server = await TestServer.StartAsync(store);
        (await server.PostAsync(Classes, $$"""{"metadata":{"name":"fast"},{{expansion}}"provisioner":"example.com/x"}""")).Expect(201);
        (await server.PostAsync(Claims, Claim("c", $",\"storageClassName\":\"{name}\",\"volumeName\":\"v\""))).Expect(201);
        (await server.PatchAsync($"{Claims}/c/status", """{"status":{"phase":"Bound","capacity":{"storage":"1Gi"}}}""")).Expect(200);

        var reply = (await server.PatchAsync($"{Claims}/c", """{"spec":{"resources":{"requests":{"storage":"2Gi"}}}}""")).Expect(code);

        Assert.Equal(message, code == 200 ? "" : (string)reply.Json["message"]!);
    }

    [Fact]
    public async Task UnboundClaim_Grown_IsInvalid()
    {
        await using var store = new MemoryStore(TimeProvider.System);
        await using var server = await TestServer.StartAsync(store);
        (await server.PostAsync(Claims, Claim("c"))).Expect(201);

        var reply = (await server.PatchAsync($"{Claims}/c", """{"spec":{"resources":{"requests":{"storage":"2Gi"}}}}""")).Expect(422);

        Assert.Contains("spec is immutable after creation except resources.requests and volumeAttributesClassName for bound claims", (string)reply.Json["message"]!, StringComparison.Ordinal);
    }

    private static async Task CreateClassAsync(TestServer server, string name, string metadata) =>
        (await server.PostAsync(Classes, $$$"""{"metadata":{"name":"{{{name}}}",{{{metadata}}}},"provisioner":"example.com/x"}""")).Expect(201);

    private static string Claim(string name, string more = "") =>
        $$$"""{"metadata":{"name":"{{{name}}}"},"spec":{"accessModes":["ReadWriteOnce"],"resources":{"requests":{"storage":"1Gi"}}{{{more}}}}}""";
}
