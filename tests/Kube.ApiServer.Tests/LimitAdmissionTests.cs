namespace Kube.ApiServer.Tests;

/// <summary>What LimitRanges, priority classes and runtime classes do to pods.</summary>
public sealed class LimitAdmissionTests(ServerFixture fixture)
{
    private TestServer Server => fixture.Server;

    [Fact]
    public async Task Pod_ThatNamesNothing_GetsDefaultsAndANote()
    {
        var ns = await NamespaceAsync("""{"type":"Container","default":{"cpu":"2","memory":"1Gi"},"defaultRequest":{"cpu":"1"}}""");
        var pod = (await Server.PostAsync($"/api/v1/namespaces/{ns}/pods", Pod("", ""","initContainers":[{"name":"i","image":"i:1"}]"""))).Expect(201).Json;
        Assert.Equal("""{"limits":{"cpu":"2","memory":"1Gi"},"requests":{"cpu":"1","memory":"1Gi"}}""", pod["spec"]!["containers"]![0]!["resources"]!.ToJsonString());
        Assert.Equal("""{"limits":{"cpu":"2","memory":"1Gi"},"requests":{"cpu":"1","memory":"1Gi"}}""", pod["spec"]!["initContainers"]![0]!["resources"]!.ToJsonString());
        Assert.Equal(
            "LimitRanger plugin set: cpu, memory request for container c; cpu, memory limit for container c; cpu, memory request for init container i; cpu, memory limit for init container i",
            (string)pod["metadata"]!["annotations"]!["kubernetes.io/limit-ranger"]!);
        Assert.Equal("Burstable", (string)pod["status"]!["qosClass"]!);
    }

    [Theory]
    [InlineData("""{"type":"Container","min":{"cpu":"100m"}}""", """{"requests":{"cpu":"50m"}}""", "minimum cpu usage per Container is 100m, but request is 50m")]
    [InlineData("""{"type":"Pod","min":{"cpu":"100m"}}""", "{}", "minimum cpu usage per Pod is 100m.  No request is specified")]
    [InlineData("""{"type":"Container","max":{"memory":"1Gi"}}""", """{"limits":{"memory":"2Gi"}}""", "maximum memory usage per Container is 1Gi, but limit is 2Gi")]
    [InlineData("""{"type":"Pod","max":{"memory":"1Gi"}}""", """{"requests":{"memory":"1"}}""", "maximum memory usage per Pod is 1Gi.  No limit is specified")]
    [InlineData("""{"type":"Container","maxLimitRequestRatio":{"cpu":"2"}}""", """{"requests":{"cpu":"1"},"limits":{"cpu":"4"}}""", "cpu max limit to request ratio per Container is 2, but provided ratio is 4.000000")]
    [InlineData("""{"type":"Container","maxLimitRequestRatio":{"cpu":"2"}}""", """{"requests":{"cpu":"1"}}""", "cpu max limit to request ratio per Container is 2, but no limit is specified or limit is 0")]
    [InlineData("""{"type":"Pod","max":{"cpu":"1"},"min":{"memory":"1Mi"}}""", "{}", "[minimum memory usage per Pod is 1Mi.  No request is specified, maximum cpu usage per Pod is 1.  No limit is specified]")]
    public async Task Pod_OutsideTheBounds_IsRefused(string limits, string resources, string why)
    {
        var ns = await NamespaceAsync(limits);
        (await Server.PostAsync($"/api/v1/namespaces/{ns}/pods", Pod(resources))).ExpectFailure(403, "Forbidden", $"pods \"p\" is forbidden: {why}");
    }

    [Theory]
    [InlineData("500Mi", "minimum storage usage per PersistentVolumeClaim is 1Gi, but request is 500Mi")]
    [InlineData("3Gi", "maximum storage usage per PersistentVolumeClaim is 2Gi, but request is 3Gi")]
    public async Task Claim_OutsideTheBounds_IsRefused(string size, string why)
    {
        var ns = await NamespaceAsync("""{"type":"PersistentVolumeClaim","min":{"storage":"1Gi"},"max":{"storage":"2Gi"}}""");
        var claim = """{"metadata":{"name":"c"},"spec":{"accessModes":["ReadWriteOnce"],"resources":{"requests":{"storage":"SIZE"}}}}""".Replace("SIZE", size);
        (await Server.PostAsync($"/api/v1/namespaces/{ns}/persistentvolumeclaims", claim)).ExpectFailure(403, "Forbidden", $"persistentvolumeclaims \"c\" is forbidden: {why}");
    }

    [Fact]
    public async Task Pod_ResizedOutOfTheBounds_IsRefused()
    {
        var ns = await NamespaceAsync("""{"type":"Pod","max":{"cpu":"2"}}""");
        (await Server.PostAsync($"/api/v1/namespaces/{ns}/pods", Pod("""{"limits":{"cpu":"1"}}"""))).Expect(201);
        (await Server.PatchAsync($"/api/v1/namespaces/{ns}/pods/p/resize", """{"spec":{"containers":[{"name":"c","resources":{"limits":{"cpu":"3"}}}]}}""", "strategic-merge-patch+json")).ExpectFailure(
            403, "Forbidden", "pods \"p\" is forbidden: maximum cpu usage per Pod is 2, but limit is 3");
    }

    [Fact]
    public async Task PriorityClasses_OneIsTheDefault_AndTheSystemsStay()
    {
        const string Path = "/apis/scheduling.k8s.io/v1/priorityclasses";
        await using var store = new Kube.Storage.MemoryStore(TimeProvider.System);
        await using var server = await TestServer.StartAsync(store);
        (await server.PostAsync(Path, """{"metadata":{"name":"usual"},"value":7,"globalDefault":true,"preemptionPolicy":"Never"}""")).Expect(201);
        (await server.PostAsync(Path, """{"metadata":{"name":"other"},"value":8,"globalDefault":true}""")).ExpectFailure(
            403, "Forbidden", "priorityclasses.scheduling.k8s.io \"other\" is forbidden: PriorityClass usual is already marked as default. Only one default can exist");
        (await server.PatchAsync(Path + "/usual", """{"description":"d"}""")).Expect(200);
        (await server.DeleteAsync(Path + "/system-node-critical")).ExpectFailure(
            403, "Forbidden", "priorityclasses.scheduling.k8s.io \"system-node-critical\" is forbidden: this is a system priority class and cannot be deleted");

        var spec = (await server.PostAsync("/api/v1/namespaces/default/pods", Samples.Pod("p"))).Expect(201).Json["spec"]!;
        Assert.Equal(("usual", 7, "Never"), ((string)spec["priorityClassName"]!, (int)spec["priority"]!, (string)spec["preemptionPolicy"]!));
        (await server.PostAsync("/api/v1/namespaces/default/pods", Samples.Pod("q").Replace("\"spec\":{", "\"spec\":{\"preemptionPolicy\":\"PreemptLowerPriority\","))).Expect(403);
    }

    [Theory]
    [InlineData(""","runtimeClassName":"RC" """, 201, null)]
    [InlineData(""","runtimeClassName":"RC","nodeSelector":{"disk":"ssd","a":"b"} """, 201, null)]
    [InlineData(""","runtimeClassName":"RC","nodeSelector":{"disk":"hdd"} """, 403, "conflict: runtimeClass.scheduling.nodeSelector[disk] = ssd; pod.spec.nodeSelector[disk] = hdd")]
    [InlineData(""","runtimeClassName":"RC","overhead":{"cpu":"1"} """, 403, "pod rejected: Pod's Overhead doesn't match RuntimeClass's defined Overhead")]
    [InlineData(""","overhead":{"cpu":"1"} """, 403, "pod rejected: Pod Overhead set without corresponding RuntimeClass defined Overhead")]
    [InlineData(""","runtimeClassName":"none" """, 403, "pod rejected: RuntimeClass \"none\" not found")]
    public async Task Pod_OfARuntimeClass_GetsItsCostAndItsNodes(string extra, int code, string? why)
    {
        var ns = await fixture.NamespaceAsync();
        (await Server.PostAsync("/apis/node.k8s.io/v1/runtimeclasses", $$$"""{"metadata":{"name":"{{{ns}}}"},"handler":"h","overhead":{"podFixed":{"cpu":"250m"}},"scheduling":{"nodeSelector":{"disk":"ssd"},"tolerations":[{"key":"k","operator":"Exists"}]}}""")).Expect(201);
        var reply = (await Server.PostAsync($"/api/v1/namespaces/{ns}/pods", Pod("{}", extra.Replace("RC", ns)))).Expect(code);
        if (code == 403)
        {
            reply.ExpectFailure(403, "Forbidden", $"pods \"p\" is forbidden: {why}");
            return;
        }

        var spec = reply.Json["spec"]!;
        Assert.Equal(("250m", "ssd", "k"), ((string)spec["overhead"]!["cpu"]!, (string)spec["nodeSelector"]!["disk"]!, (string)spec["tolerations"]!.AsArray().Last()!["key"]!));
    }

    private static string Pod(string resources, string extra = "") => $$"""
        {"metadata":{"name":"p"},"spec":{"containers":[{"name":"c","image":"i:1"{{(resources.Length == 0 ? "" : ",\"resources\":" + resources)}}}]{{extra}}} }
        """;

    private async Task<string> NamespaceAsync(string limits)
    {
        var ns = await fixture.NamespaceAsync();
        (await Server.PostAsync($"/api/v1/namespaces/{ns}/limitranges", $$$"""{"metadata":{"name":"l"},"spec":{"limits":[{{{limits}}}]}}""")).Expect(201);
        (await Server.GetAsync($"/api/v1/namespaces/{ns}/limitranges")).Expect(200);
        return ns;
    }
}
