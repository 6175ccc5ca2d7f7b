namespace Kube.ApiServer.Tests;

/// <summary>The parts of a pod with a path of their own: ephemeral containers and resources.</summary>
public sealed class PodPartTests(ServerFixture fixture)
{
    private const string Strategic = "strategic-merge-patch+json";
    private const string Debugger = """{"spec":{"ephemeralContainers":[{"name":"d","image":"i:1","targetContainerName":"c","stdin":true,"tty":true}]}}""";

    private TestServer Server => fixture.Server;

    [Fact]
    public async Task EphemeralContainers_AsKubectlDebugAddsThem_AreDefaultedAndKept()
    {
        var path = await PodAsync("");
        var patched = (await Server.PatchAsync(path + "/ephemeralcontainers", Debugger, Strategic)).Expect(200);
        var added = patched.Json["spec"]!["ephemeralContainers"]![0]!;
        Assert.Equal(("d", "IfNotPresent", "File"), ((string)added["name"]!, (string)added["imagePullPolicy"]!, (string)added["terminationMessagePolicy"]!));
        Assert.Equal(2, (int)patched.Json["metadata"]!["generation"]!);

        (await Server.PatchAsync(path + "/ephemeralcontainers", Debugger.Replace("\"d\"", "\"e\"", StringComparison.Ordinal), Strategic)).Expect(200);
        var got = (await Server.GetAsync(path + "/ephemeralcontainers")).Expect(200);
        Assert.Equal(["d", "e"], got.Json["spec"]!["ephemeralContainers"]!.AsArray().Select(c => (string)c!["name"]!).Order());
        (await Server.PutAsync(path + "/ephemeralcontainers", got.Text)).Expect(200);
    }

    [Fact]
    public async Task EphemeralContainers_ChangeNothingElse()
    {
        var path = await PodAsync("");
        var patched = (await Server.PatchAsync(path + "/ephemeralcontainers", """{"metadata":{"labels":{"a":"b"}},"spec":{"nodeName":"n"}}""", Strategic)).Expect(200);
        Assert.Null(patched.Json["metadata"]!["labels"]);
        Assert.Null(patched.Json["spec"]!["nodeName"]);
        (await Server.PatchAsync(path, Debugger, Strategic)).Expect(422);
    }

    [Theory]
    [InlineData("""{"name":"c","image":"i"}""", "spec.ephemeralContainers[0].name: Duplicate value: \"c\"")]
    [InlineData("""{"name":"d"}""", "spec.ephemeralContainers[0].image: Required value")]
    [InlineData("""{"name":"d","image":"i","targetContainerName":"x"}""", "spec.ephemeralContainers[0].targetContainerName: Not found: \"x\"")]
    [InlineData("""{"name":"d","image":"i","ports":[{"containerPort":80}]}""", "spec.ephemeralContainers[0].ports: Forbidden: cannot be set for an Ephemeral Container")]
    [InlineData("""{"name":"d","image":"i","lifecycle":{"preStop":{"exec":{"command":["x"]}}}}""", "spec.ephemeralContainers[0].lifecycle: Forbidden: cannot be set for an Ephemeral Container")]
    public async Task EphemeralContainers_BrokenRule_IsRefused(string container, string expected)
    {
        var path = await PodAsync("");
        var refused = (await Server.PatchAsync(path + "/ephemeralcontainers", $$$"""{"spec":{"ephemeralContainers":[{{{container}}}]}}""")).Expect(422);
        Assert.Contains(expected, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]", "spec.ephemeralContainers: Forbidden: existing ephemeral containers \"d\" may not be removed\n")]
    [InlineData("""[{"name":"d","image":"other"}]""", "spec.ephemeralContainers: Forbidden: existing ephemeral containers \"d\" may not be changed\n")]
    public async Task EphemeralContainers_OnceThere_Stay(string list, string expected)
    {
        var path = await PodAsync("");
        (await Server.PatchAsync(path + "/ephemeralcontainers", Debugger, Strategic)).Expect(200);
        var refused = (await Server.PatchAsync(path + "/ephemeralcontainers", $$$"""{"spec":{"ephemeralContainers":{{{list}}}}}""")).Expect(422);
        Assert.Contains(expected, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Resize_ChangesResourcesAndNothingElse()
    {
        var path = await PodAsync(""" ,"resources":{"requests":{"cpu":"1"}}""");
        var resized = (await Server.PatchAsync(path + "/resize", """{"metadata":{"labels":{"a":"b"}},"spec":{"containers":[{"name":"c","image":"other","resources":{"requests":{"cpu":"2"}}}]}}""", Strategic)).Expect(200);
        var container = resized.Json["spec"]!["containers"]![0]!;
        Assert.Equal(("2", "i:1"), ((string)container["resources"]!["requests"]!["cpu"]!, (string)container["image"]!));
        Assert.Null(resized.Json["metadata"]!["labels"]);
        Assert.Equal(2, (int)resized.Json["metadata"]!["generation"]!);
        (await Server.PatchAsync(path, """{"spec":{"containers":[{"name":"c","resources":{"requests":{"cpu":"3"}}}]}}""", Strategic)).Expect(422);
    }

    [Theory]
    [InlineData("""{"requests":{"cpu":null}}""", "spec.containers[0].resources.requests: Forbidden: resource requests cannot be removed")]
    [InlineData("""{"requests":{"example.com/d":"1"},"limits":{"example.com/d":"1"}}""", "spec: Forbidden: only cpu and memory resources are mutable")]
    [InlineData("""{"requests":{"cpu":"1","memory":"1Gi"},"limits":{"cpu":"1","memory":"1Gi"}}""", "spec: Invalid value: \"Guaranteed\": Pod QOS Class may not change as a result of resizing")]
    [InlineData("""{"limits":{"cpu":"500m"}}""", "spec.containers[0].resources.requests: Invalid value: \"1\": must be less than or equal to cpu limit of 500m")]
    public async Task Resize_BrokenRule_IsRefused(string resources, string expected)
    {
        var path = await PodAsync(""" ,"resources":{"requests":{"cpu":"1"}}""");
        var refused = (await Server.PatchAsync(path + "/resize", $$$"""{"spec":{"containers":[{"name":"c","resources":{{{resources}}}}]}}""", Strategic)).Expect(422);
        Assert.Contains(expected, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parts_OfAPod_AreDiscovered()
    {
        var listed = (await Server.GetAsync("/api/v1")).Expect(200).Json["resources"]!.AsArray()
            .Where(r => ((string)r!["name"]!).StartsWith("pods/", StringComparison.Ordinal))
            .ToDictionary(r => (string)r!["name"]!, r => $"{r!["kind"]} {string.Join(',', r["verbs"]!.AsArray())}");
        Assert.Equal("Pod get,patch,update", listed["pods/ephemeralcontainers"]);
        Assert.Equal("Pod get,patch,update", listed["pods/resize"]);
        Assert.Equal("Eviction create", listed["pods/eviction"]);
    }

    private async Task<string> PodAsync(string more)
    {
        var pods = $"/api/v1/namespaces/{await fixture.NamespaceAsync()}/pods";
        (await Server.PostAsync(pods, $$$"""{"metadata":{"name":"p"},"spec":{"containers":[{"name":"c","image":"i:1"{{{more}}}}]}}""")).Expect(201);
        return pods + "/p";
    }
}
