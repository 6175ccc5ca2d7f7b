namespace Kube.ApiServer.Tests;

/// <summary>The patch kinds against a stored object.</summary>
public sealed class PatchTests(ServerFixture fixture)
{
    private TestServer Server => fixture.Server;

    [Theory]
    [InlineData("json-patch+json", """[{"op":"replace","path":"/data/a","value":"2"}]""")]
    [InlineData("merge-patch+json", """{"data":{"a":"2"}}""")]
    [InlineData("strategic-merge-patch+json", """{"data":{"a":"2"}}""")]
    public async Task Patch_EachKind_ChangesTheField(string kind, string patch)
    {
        var ns = await fixture.NamespaceAsync();
        (await Server.PostAsync($"/api/v1/namespaces/{ns}/configmaps", Samples.ConfigMap("a"))).Expect(201);
        var patched = (await Server.PatchAsync($"/api/v1/namespaces/{ns}/configmaps/a", patch, kind)).Expect(200);
        Assert.Equal("2", (string)patched.Json["data"]!["a"]!);
    }

    [Fact]
    public async Task Patch_Strategic_MergesContainersByName()
    {
        var ns = await fixture.NamespaceAsync();
        (await Server.PostAsync($"/apis/apps/v1/namespaces/{ns}/deployments", Samples.Deployment("d"))).Expect(201);
        var patched = (await Server.PatchAsync(
            $"/apis/apps/v1/namespaces/{ns}/deployments/d",
            """{"spec":{"template":{"spec":{"containers":[{"name":"c","env":[{"name":"A","value":"1"}]},{"name":"d","image":"i:2"}]}}}}""",
            "strategic-merge-patch+json")).Expect(200);
        var containers = patched.Json["spec"]!["template"]!["spec"]!["containers"]!.AsArray();
        Assert.Equal(["c:i:1", "d:i:2"], containers.Select(c => $"{c!["name"]}:{c["image"]}").Order());
    }

    [Theory]
    [InlineData("json", """{}""", 415)]
    [InlineData("json-patch+json", """{"op":"x"}""", 400)]
    [InlineData("json-patch+json", """[{"op":"test","path":"/data/a","value":"no"}]""", 422)]
    [InlineData("json-patch+json", """[{"op":"replace","path":"/data/missing/deep","value":"no"}]""", 422)]
    [InlineData("merge-patch+json", """[]""", 400)]
    [InlineData("merge-patch+json", """{"data":""", 400)]
    [InlineData("merge-patch+json", """{"metadata":null}""", 400)]
    [InlineData("merge-patch+json", """{"metadata":{"name":"other"}}""", 400)]
    [InlineData("merge-patch+json", """{"kind":"Secret"}""", 422)]
    [InlineData("merge-patch+json", """{"data":{"a":1}}""", 422)]
    [InlineData("merge-patch+json", """{"metadata":{"resourceVersion":"1"}}""", 409)]
    [InlineData("strategic-merge-patch+json", """{"$patch":"nonsense"}""", 400)]
    public async Task Patch_Wrong_IsRefused(string kind, string patch, int code)
    {
        var ns = await fixture.NamespaceAsync();
        (await Server.PostAsync($"/api/v1/namespaces/{ns}/configmaps", Samples.ConfigMap("a"))).Expect(201);
        var reply = (await Server.PatchAsync($"/api/v1/namespaces/{ns}/configmaps/a", patch, kind)).Expect(code);
        Assert.Equal("Status", (string)reply.Json["kind"]!);
    }

    // Unknown fields and fields that stand twice, in a patch as in an object.
    [Theory]
    [InlineData("merge-patch+json", """{"data":{"a":"1","a":"2"}}""", "duplicate field \"data.a\"")]
    [InlineData("merge-patch+json", """{"data":{"a":"2"},"dat":{}}""", "unknown field \"dat\"")]
    [InlineData("strategic-merge-patch+json", """{"data":{"a":"1","a":"2"}}""", "duplicate field \"data.a\"")]
    [InlineData("strategic-merge-patch+json", """{"data":{"a":"2"},"dat":"x"}""", "unknown field \"dat\"")]
    [InlineData("json-patch+json", """[{"op":"add","path":"/data/a","value":"2"},{"op":"add","path":"/dat","value":"2"}]""", "unknown field \"dat\"")]
    public async Task Patch_OddFields_AreTreatedAsAskedFor(string kind, string patch, string finding)
    {
        var ns = await fixture.NamespaceAsync();
        var path = $"/api/v1/namespaces/{ns}/configmaps/a";
        (await Server.PostAsync($"/api/v1/namespaces/{ns}/configmaps", Samples.ConfigMap("a"))).Expect(201);
        var strict = (await Server.PatchAsync(path + "?fieldValidation=Strict", patch, kind)).Expect(422);
        Assert.StartsWith(" \"\" is invalid: patch: Invalid value: ", strict.Message, StringComparison.Ordinal);
        Assert.EndsWith($"strict decoding error: {finding}", strict.Message, StringComparison.Ordinal);
        Assert.Empty((await Server.PatchAsync(path + "?fieldValidation=Ignore&dryRun=All", patch, kind)).Expect(200).Warnings);
        var warned = (await Server.PatchAsync(path, patch, kind)).Expect(200);
        Assert.Equal($"299 - \"{finding.Replace("\"", "\\\"")}\"", warned.Warnings.Single());
        Assert.Equal("2", (string)warned.Json["data"]!["a"]!);
    }

    [Fact]
    public async Task Patch_ManyAtOnce_NoneIsLost()
    {
        var ns = await fixture.NamespaceAsync();
        var path = $"/api/v1/namespaces/{ns}/configmaps/a";
        (await Server.PostAsync($"/api/v1/namespaces/{ns}/configmaps", Samples.ConfigMap("a"))).Expect(201);
        var replies = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Server.PatchAsync(path, $$$"""{"data":{"k{{{i}}}":"v"} }""")));
        Assert.All(replies, r => r.Expect(200));
        Assert.Equal(41, (await Server.GetAsync(path)).Json["data"]!.AsObject().Count);
    }
}
