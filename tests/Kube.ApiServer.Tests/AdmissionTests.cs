namespace Kube.ApiServer.Tests;

/// <summary>What the cluster adds to what is created.</summary>
public sealed class AdmissionTests(ServerFixture fixture)
{
    private TestServer Server => fixture.Server;

    [Fact]
    public async Task Pod_Created_GetsTolerationsAccountAndPriority()
    {
        var ns = await fixture.NamespaceAsync();
        var spec = (await Server.PostAsync($"/api/v1/namespaces/{ns}/pods", Samples.Pod("p"))).Expect(201).Json["spec"]!;
        Assert.Equal(("default", 0, "PreemptLowerPriority"), ((string)spec["serviceAccountName"]!, (int)spec["priority"]!, (string)spec["preemptionPolicy"]!));
        Assert.Equal(
            ["node.kubernetes.io/not-ready:300", "node.kubernetes.io/unreachable:300"],
            spec["tolerations"]!.AsArray().Select(t => $"{t!["key"]}:{t["tolerationSeconds"]}"));
    }

    [Theory]
    [InlineData(""" "priorityClassName":"system-node-critical", """, 201, 2000001000)]
    [InlineData(""" "priorityClassName":"nonsense", """, 403, 0)]
    [InlineData(""" "priority":5, """, 403, 0)]
    public async Task Pod_PriorityClass_IsResolved(string extra, int code, int priority)
    {
        var ns = await fixture.NamespaceAsync();
        var reply = (await Server.PostAsync($"/api/v1/namespaces/{ns}/pods", Samples.Pod("p").Replace("\"spec\":{", "\"spec\":{" + extra))).Expect(code);
        Assert.Equal(priority, code == 201 ? (int)reply.Json["spec"]!["priority"]! : 0);
    }

    [Fact]
    public async Task Node_Created_IsTainted()
    {
        var name = await fixture.NamespaceAsync();
        var node = (await Server.PostAsync("/api/v1/nodes", $$$"""{"metadata":{"name":"{{{name}}}"} }""")).Expect(201);
        Assert.Equal("node.kubernetes.io/not-ready", (string)node.Json["spec"]!["taints"]![0]!["key"]!);
    }
}
