namespace Kube.ApiServer.Tests;

/// <summary>Evictions: which pods go, which their disruption budget holds back, and what an eviction leaves in the budget.</summary>
public sealed class EvictionTests(ServerFixture fixture)
{
    private const string Refused = "Cannot evict pod as it would violate the pod's disruption budget.";
    private const string Ready = """{"status":{"phase":"Running","conditions":[{"type":"Ready","status":"True"}]}}""";
    private const string NotReady = """{"status":{"phase":"Running","conditions":[{"type":"Ready","status":"False"}]}}""";

    private TestServer Server => fixture.Server;

    [Fact]
    public async Task Evict_WithoutABudget_Deletes()
    {
        var ns = await PodsAsync(Ready, "p");
        (await EvictAsync(ns, "p")).Expect(201);
        (await Server.GetAsync(Pod(ns, "p"))).Expect(404);
        (await EvictAsync(ns, "p")).ExpectFailure(404, "NotFound", "pods \"p\" not found");
    }

    [Fact]
    public async Task Evict_WithinTheBudget_IsCharged()
    {
        var ns = await PodsAsync(Ready, "a", "b");
        await BudgetAsync(ns, "\"disruptionsAllowed\":1,\"currentHealthy\":2,\"desiredHealthy\":1,\"expectedPods\":2");

        (await EvictAsync(ns, "a", """ ,"deleteOptions":{"dryRun":["All"]}""")).Expect(201);
        (await Server.GetAsync(Pod(ns, "a"))).Expect(200);
        (await EvictAsync(ns, "a")).Expect(201);
        (await Server.GetAsync(Pod(ns, "a"))).Expect(404);

        var status = (await Server.GetAsync(Budget(ns))).Expect(200).Json["status"]!;
        Assert.Equal(0, (int)status["disruptionsAllowed"]!);
        Assert.Equal(["a"], status["disruptedPods"]!.AsObject().Select(p => p.Key));
        Assert.Equal(("DisruptionAllowed", "False", "InsufficientPods"), Condition(status));
        var refused = await EvictAsync(ns, "b");
        refused.ExpectFailure(429, "TooManyRequests", Refused);
        Assert.Equal("DisruptionBudget", (string)refused.Json["details"]!["causes"]![0]!["reason"]!);
        Assert.Equal("The disruption budget budget does not allow evicting pods currently", (string)refused.Json["details"]!["causes"]![0]!["message"]!);
        (await Server.GetAsync(Pod(ns, "b"))).Expect(200);
    }

    [Fact]
    public async Task Evict_BeyondTheBudget_IsRefused()
    {
        var ns = await PodsAsync(Ready, "p");
        await BudgetAsync(ns, "\"disruptionsAllowed\":0,\"currentHealthy\":1,\"desiredHealthy\":1,\"expectedPods\":1");
        var refused = await EvictAsync(ns, "p");
        refused.ExpectFailure(429, "TooManyRequests", Refused);
        Assert.Equal("The disruption budget budget needs 1 healthy pods and has 1 currently", (string)refused.Json["details"]!["causes"]![0]!["message"]!);
    }

    [Fact]
    public async Task Evict_BeforeTheControllerHasLooked_IsRefusedForNow()
    {
        var ns = await PodsAsync(Ready, "p");
        await BudgetAsync(ns, null);
        var refused = await EvictAsync(ns, "p");
        refused.ExpectFailure(429, "TooManyRequests", Refused);
        Assert.Equal(10, (int)refused.Json["details"]!["retryAfterSeconds"]!);
    }

    [Fact]
    public async Task Evict_UnderTwoBudgets_IsNotSupported()
    {
        var ns = await PodsAsync(Ready, "p");
        await BudgetAsync(ns, null);
        await BudgetAsync(ns, null, "other");
        var refused = (await EvictAsync(ns, "p")).Expect(500);
        Assert.Equal("This pod has more than one PodDisruptionBudget, which the eviction subresource does not support.", refused.Message);
    }

    [Theory]
    [InlineData(NotReady, "\"disruptionsAllowed\":0,\"currentHealthy\":1,\"desiredHealthy\":1", "", 201)]
    [InlineData(NotReady, "\"disruptionsAllowed\":0,\"currentHealthy\":0,\"desiredHealthy\":1", "", 429)]
    [InlineData(NotReady, "\"disruptionsAllowed\":0,\"currentHealthy\":0,\"desiredHealthy\":1", "AlwaysAllow", 201)]
    [InlineData("""{"status":{"phase":"Succeeded"}}""", "\"disruptionsAllowed\":0,\"currentHealthy\":0,\"desiredHealthy\":1", "", 201)]
    [InlineData("""{"status":{"phase":"Pending"}}""", "\"disruptionsAllowed\":0,\"currentHealthy\":0,\"desiredHealthy\":1", "", 201)]
    public async Task Evict_APodThatIsNotReady_DependsOnTheOthers(string state, string status, string policy, int expected)
    {
        var ns = await PodsAsync(state, "p");
        await BudgetAsync(ns, status, policy: policy);
        (await EvictAsync(ns, "p")).Expect(expected);
    }

    [Fact]
    public async Task Evict_WithPreconditions_HoldsThem()
    {
        var ns = await PodsAsync(Ready, "p");
        (await EvictAsync(ns, "p", """ ,"deleteOptions":{"preconditions":{"uid":"other"}}""")).Expect(409);
        (await EvictAsync(ns, "p", """ ,"deleteOptions":{"preconditions":{"resourceVersion":"1"}}""")).Expect(409);
        var revision = (await Server.GetAsync(Pod(ns, "p"))).Revision;
        (await EvictAsync(ns, "p", $$$""" ,"deleteOptions":{"preconditions":{"resourceVersion":"{{{revision}}}"}}""")).Expect(201);
    }

    [Fact]
    public async Task Evict_ManyAtOnce_NeverSpendsMoreThanIsAllowed()
    {
        var names = Enumerable.Range(0, 8).Select(i => $"p{i}").ToArray();
        var ns = await PodsAsync(Ready, names);
        await BudgetAsync(ns, "\"disruptionsAllowed\":3,\"currentHealthy\":8,\"desiredHealthy\":5,\"expectedPods\":8");

        var replies = await Task.WhenAll(names.Select(n => EvictAsync(ns, n)));

        Assert.Equal(3, replies.Count(r => r.Code == 201));
        Assert.Equal(5, replies.Count(r => r.Code == 429));
    }

    private static string Pod(string ns, string name) => $"/api/v1/namespaces/{ns}/pods/{name}";

    private static string Budget(string ns, string name = "budget") => $"/apis/policy/v1/namespaces/{ns}/poddisruptionbudgets/{name}";

    private static (string, string, string) Condition(System.Text.Json.Nodes.JsonNode status)
    {
        var condition = status["conditions"]![0]!;
        return ((string)condition["type"]!, (string)condition["status"]!, (string)condition["reason"]!);
    }

    private Task<Reply> EvictAsync(string ns, string name, string options = "") => Server.PostAsync(
        Pod(ns, name) + "/eviction",
        $$"""{"apiVersion":"policy/v1","kind":"Eviction","metadata":{"name":"{{name}}"}{{options}}}""");

    private async Task<string> PodsAsync(string state, params string[] names)
    {
        var ns = await fixture.NamespaceAsync();
        foreach (var name in names)
        {
            (await Server.PostAsync($"/api/v1/namespaces/{ns}/pods", Samples.Pod(name, "\"labels\":{\"app\":\"x\"}"))).Expect(201);
            (await Server.PatchAsync(Pod(ns, name) + "/status", state)).Expect(200);
        }

        return ns;
    }

    private async Task BudgetAsync(string ns, string? status, string name = "budget", string policy = "")
    {
        var more = policy.Length == 0 ? "" : $",\"unhealthyPodEvictionPolicy\":\"{policy}\"";
        (await Server.PostAsync(Budget(ns, ""), $$$"""{"metadata":{"name":"{{{name}}}"},"spec":{"minAvailable":1,"selector":{"matchLabels":{"app":"x"}}{{{more}}}}}""")).Expect(201);
        if (status is not null)
        {
            (await Server.PatchAsync(Budget(ns, name) + "/status", $$$"""{"status":{"observedGeneration":1,{{{status}}}}}""")).Expect(200);
        }
    }
}
