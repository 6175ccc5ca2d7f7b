namespace Kube.ApiServer.Tests;

/// <summary>Finalizers, grace periods, preconditions and collections.</summary>
public sealed class DeleteTests(ServerFixture fixture)
{
    private TestServer Server => fixture.Server;

    [Fact]
    public async Task Delete_Finalizer_WaitsForItsRemoval()
    {
        var ns = await fixture.NamespaceAsync();
        var path = $"/api/v1/namespaces/{ns}/configmaps/a";
        (await Server.PostAsync($"/api/v1/namespaces/{ns}/configmaps", Samples.ConfigMap("a", """ "finalizers":["test.io/hold"] """))).Expect(201);
        var held = (await Server.DeleteAsync(path)).Expect(200);
        Assert.NotNull(held.Json["metadata"]!["deletionTimestamp"]);
        var refused = (await Server.PatchAsync(path, """{"metadata":{"finalizers":["test.io/hold","test.io/more"]}}""")).Expect(422);
        Assert.Contains("no new finalizers can be added if the object is being deleted", refused.Message, StringComparison.Ordinal);
        (await Server.PatchAsync(path, """{"metadata":{"finalizers":null}}""")).Expect(200);
        (await Server.GetAsync(path)).Expect(404);
    }

    [Theory]
    [InlineData("Orphan", "orphan")]
    [InlineData("Foreground", "foregroundDeletion")]
    public async Task Delete_PropagationPolicy_AddsItsFinalizer(string policy, string finalizer)
    {
        var ns = await fixture.NamespaceAsync();
        var path = $"/apis/apps/v1/namespaces/{ns}/deployments/d";
        (await Server.PostAsync($"/apis/apps/v1/namespaces/{ns}/deployments", Samples.Deployment("d"))).Expect(201);
        (await Server.DeleteAsync(path, $$$"""{"propagationPolicy":"{{{policy}}}"}""")).Expect(200);
        var left = (await Server.GetAsync(path)).Expect(200);
        Assert.Equal(finalizer, (string)left.Json["metadata"]!["finalizers"]!.AsArray().Single()!);
        (await Server.DeleteAsync(path + "?propagationPolicy=Background")).Expect(200);
        (await Server.GetAsync(path)).Expect(404);
    }

    [Fact]
    public async Task Delete_ScheduledPod_GoesInTwoSteps()
    {
        var ns = await fixture.NamespaceAsync();
        var path = $"/api/v1/namespaces/{ns}/pods/p";
        (await Server.PostAsync($"/api/v1/namespaces/{ns}/pods", Samples.Pod("p"))).Expect(201);
        (await Server.PostAsync(path + "/binding", """{"target":{"name":"n1"}}""")).Expect(201);
        var first = (await Server.DeleteAsync(path)).Expect(200);
        Assert.Equal(30, (int)first.Json["metadata"]!["deletionGracePeriodSeconds"]!);
        var shorter = (await Server.DeleteAsync(path, """{"gracePeriodSeconds":5}""")).Expect(200);
        Assert.Equal(5, (int)shorter.Json["metadata"]!["deletionGracePeriodSeconds"]!);
        Assert.Equal(5, (int)(await Server.DeleteAsync(path, """{"gracePeriodSeconds":20}""")).Expect(200).Json["metadata"]!["deletionGracePeriodSeconds"]!);
        Assert.Equal("Success", (string)(await Server.DeleteAsync(path, """{"gracePeriodSeconds":0}""")).Expect(200).Json["status"]!);
        (await Server.GetAsync(path)).Expect(404);
    }

    [Fact]
    public async Task Delete_UnscheduledPod_GoesAtOnce()
    {
        var ns = await fixture.NamespaceAsync();
        (await Server.PostAsync($"/api/v1/namespaces/{ns}/pods", Samples.Pod("p"))).Expect(201);
        (await Server.DeleteAsync($"/api/v1/namespaces/{ns}/pods/p")).Expect(200);
        (await Server.GetAsync($"/api/v1/namespaces/{ns}/pods/p")).Expect(404);
    }

    [Fact]
    public async Task Evict_Pod_DeletesIt()
    {
        var ns = await fixture.NamespaceAsync();
        (await Server.PostAsync($"/api/v1/namespaces/{ns}/pods", Samples.Pod("p"))).Expect(201);
        (await Server.PostAsync($"/api/v1/namespaces/{ns}/pods/p/eviction", """{"apiVersion":"policy/v1","kind":"Eviction","metadata":{"name":"p"}}""")).Expect(201);
        (await Server.GetAsync($"/api/v1/namespaces/{ns}/pods/p")).Expect(404);
    }

    [Theory]
    [InlineData("""{"preconditions":{"uid":"other"}}""", 409)]
    [InlineData("""{"preconditions":{"resourceVersion":"1"}}""", 409)]
    [InlineData("""{"propagationPolicy":"Sometimes"}""", 422)]
    [InlineData("""{"propagationPolicy":"Orphan","orphanDependents":true}""", 422)]
    [InlineData("""{"gracePeriodSeconds":"soon"}""", 400)]
    [InlineData("""{""", 400)]
    [InlineData("""{"dryRun":["All"]}""", 200)]
    public async Task Delete_Options_AreChecked(string options, int code)
    {
        var ns = await fixture.NamespaceAsync();
        (await Server.PostAsync($"/api/v1/namespaces/{ns}/configmaps", Samples.ConfigMap("a"))).Expect(201);
        (await Server.DeleteAsync($"/api/v1/namespaces/{ns}/configmaps/a", options)).Expect(code);
        (await Server.GetAsync($"/api/v1/namespaces/{ns}/configmaps/a")).Expect(200);
    }

    [Fact]
    public async Task DeleteCollection_Selector_LeavesTheOthers()
    {
        var ns = await fixture.NamespaceAsync();
        foreach (var (name, label) in new[] { ("a", "x"), ("b", "x"), ("c", "y") })
        {
            (await Server.PostAsync($"/api/v1/namespaces/{ns}/configmaps", Samples.ConfigMap(name, $$$""" "labels":{"l":"{{{label}}}"} """))).Expect(201);
        }

        (await Server.DeleteAsync($"/api/v1/namespaces/{ns}/configmaps?labelSelector=l=x")).Expect(200);
        var left = (await Server.GetAsync($"/api/v1/namespaces/{ns}/configmaps")).Json["items"]!.AsArray();
        Assert.Equal("c", (string)left.Single()!["metadata"]!["name"]!);
    }

    [Fact]
    public async Task Namespace_Deleted_TakesNothingNewAndGoesWithItsFinalizer()
    {
        var ns = await fixture.NamespaceAsync();
        var held = (await Server.DeleteAsync($"/api/v1/namespaces/{ns}")).Expect(200);
        Assert.Equal("Terminating", (string)held.Json["status"]!["phase"]!);
        var refused = (await Server.PostAsync($"/api/v1/namespaces/{ns}/configmaps", Samples.ConfigMap("a")));
        refused.ExpectFailure(403, "Forbidden", $"configmaps \"a\" is forbidden: unable to create new content in namespace {ns} because it is being terminated");
        Assert.Equal("NamespaceTerminating", (string)refused.Json["details"]!["causes"]![0]!["reason"]!);
        (await Server.PutAsync($"/api/v1/namespaces/{ns}/finalize", $$$"""{"metadata":{"name":"{{{ns}}}"},"spec":{"finalizers":[]} }""")).Expect(200);
        (await Server.GetAsync($"/api/v1/namespaces/{ns}")).Expect(404);
        (await Server.PostAsync($"/api/v1/namespaces/{ns}/configmaps", Samples.ConfigMap("a"))).ExpectFailure(404, "NotFound", $"namespaces \"{ns}\" not found");
    }

    [Fact]
    public async Task Namespace_OfTheSystem_CannotBeDeleted() =>
        (await Server.DeleteAsync("/api/v1/namespaces/default")).ExpectFailure(403, "Forbidden", "namespaces \"default\" is forbidden: this namespace may not be deleted");
}
