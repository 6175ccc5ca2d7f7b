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
        Assert.Equal("Pod", (string)(await Server.DeleteAsync(path, """{"gracePeriodSeconds":0}""")).Expect(200).Json["kind"]!);
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

    [Theory]
    [InlineData("""{"kind":"Pod"}""", "", 400, "decoded object cannot be converted to DeleteOptions")]
    [InlineData("""{"propagationPolicy":"Sometimes"}""", "", 422, "DeleteOptions.meta.k8s.io \"\" is invalid: propagationPolicy: Unsupported value: \"Sometimes\": supported values: \"Background\", \"Foreground\", \"Orphan\", \"nil\"")]
    [InlineData(null, "?propagationPolicy=Sometimes", 422, "DeleteOptions.meta.k8s.io \"\" is invalid: propagationPolicy: Unsupported value: \"Sometimes\": supported values: \"Background\", \"Foreground\", \"Orphan\", \"nil\"")]
    [InlineData(null, "?uid=other", 409, "Operation cannot be fulfilled on ConfigMap \"a\": the UID in the precondition (other) does not match the UID in record (UID). The object might have been deleted and then recreated")]
    [InlineData("""{"preconditions":{"resourceVersion":"1"}}""", "", 409, "Operation cannot be fulfilled on ConfigMap \"a\": the ResourceVersion in the precondition (1) does not match the ResourceVersion in record (REVISION). The object might have been modified")]
    [InlineData("""{"propagationPolicy":"Orphan","orphanDependents":true}""", "", 422, "DeleteOptions.meta.k8s.io \"\" is invalid: propagationPolicy: Invalid value: \"Orphan\": orphanDependents and deletionPropagation cannot be both set")]
    [InlineData(null, "?dryRun=Some", 422, "DeleteOptions.meta.k8s.io \"\" is invalid: dryRun: Unsupported value: \"Some\": supported values: \"All\"")]
    public async Task Delete_WrongOptions_AreRefusedInWords(string? body, string query, int code, string message)
    {
        var ns = await fixture.NamespaceAsync();
        var made = (await Server.PostAsync($"/api/v1/namespaces/{ns}/configmaps", Samples.ConfigMap("a"))).Expect(201);
        var reply = (await Server.DeleteAsync($"/api/v1/namespaces/{ns}/configmaps/a{query}", body)).Expect(code);
        Assert.Equal(message.Replace("UID)", (string)made.Json["metadata"]!["uid"]! + ")").Replace("REVISION", made.Revision), reply.Message);
    }

    // A body rules alone; dryRun alone is heeded wherever it stands.
    [Theory]
    [InlineData("{}", "?propagationPolicy=Orphan", 404, null)]
    [InlineData("""{"propagationPolicy":"Orphan"}""", "?propagationPolicy=Foreground", 200, "orphan")]
    [InlineData(null, "?orphanDependents=1", 200, "orphan")]
    [InlineData("""{"orphanDependents":true}""", "", 200, "orphan")]
    [InlineData("""{"orphanDependents":false}""", "", 404, null)]
    [InlineData("{}", "?dryRun=All", 200, null)]
    public async Task Delete_OptionsOfBodyAndQuery_AreNotMixed(string? body, string query, int left, string? finalizer)
    {
        var ns = await fixture.NamespaceAsync();
        var path = $"/api/v1/namespaces/{ns}/configmaps/a";
        (await Server.PostAsync($"/api/v1/namespaces/{ns}/configmaps", Samples.ConfigMap("a"))).Expect(201);
        (await Server.DeleteAsync(path + query, body)).Expect(200);
        var after = (await Server.GetAsync(path)).Expect(left);
        Assert.Equal(finalizer, (string?)after.Json["metadata"]?["finalizers"]?[0]);
    }

    [Theory]
    [InlineData("pods", "Pod")]
    [InlineData("services", "Service")]
    [InlineData("serviceaccounts", "ServiceAccount")]
    [InlineData("podtemplates", "PodTemplate")]
    [InlineData("resourcequotas", "ResourceQuota")]
    [InlineData("configmaps", "Status")]
    public async Task Delete_Gone_IsAnsweredAsTheKindDoes(string plural, string kind)
    {
        var ns = await fixture.NamespaceAsync();
        var made = (await Server.PostAsync($"/api/v1/namespaces/{ns}/{plural}", Samples.Of(Kube.Api.Resources.Catalog.Find("", "v1", plural)!, "a", ns))).Expect(201);
        var gone = (await Server.DeleteAsync($"/api/v1/namespaces/{ns}/{plural}/a")).Expect(200).Json;
        Assert.Equal(kind, (string)gone["kind"]!);
        Assert.Equal((string)made.Json["metadata"]!["uid"]!, (string)(gone["details"] ?? gone["metadata"])!["uid"]!);
    }

    [Fact]
    public async Task Delete_EventWithAPolicy_GoesAtOnce()
    {
        var ns = await fixture.NamespaceAsync();
        (await Server.PostAsync($"/api/v1/namespaces/{ns}/events", Samples.Of(Kube.Api.Resources.Catalog.Find("", "v1", "events")!, "e", ns))).Expect(201);
        (await Server.DeleteAsync($"/api/v1/namespaces/{ns}/events/e?propagationPolicy=Orphan")).Expect(200);
        (await Server.GetAsync($"/api/v1/namespaces/{ns}/events/e")).Expect(404);
    }

    [Fact]
    public async Task Delete_HeldByAFinalizer_CountsTheGenerationOnce()
    {
        var ns = await fixture.NamespaceAsync();
        var path = $"/apis/apps/v1/namespaces/{ns}/deployments/d";
        (await Server.PostAsync($"/apis/apps/v1/namespaces/{ns}/deployments", Samples.Deployment("d"))).Expect(201);
        var first = (await Server.DeleteAsync(path + "?propagationPolicy=Foreground")).Expect(200);
        Assert.Equal(2, (int)first.Json["metadata"]!["generation"]!);
        var second = (await Server.DeleteAsync(path)).Expect(200);
        Assert.Equal((2, first.Revision), ((int)second.Json["metadata"]!["generation"]!, second.Revision));
        var third = (await Server.DeleteAsync(path + "?propagationPolicy=Orphan")).Expect(200);
        Assert.Equal("orphan", (string)third.Json["metadata"]!["finalizers"]!.AsArray().Single()!);
        (await Server.PatchAsync(path, """{"metadata":{"finalizers":[]}}""")).Expect(200);
        (await Server.GetAsync(path)).Expect(404);
    }

    [Fact]
    public async Task Delete_WhileAGracePeriodRuns_LeavesTheFinalizersAlone()
    {
        var ns = await fixture.NamespaceAsync();
        var path = $"/api/v1/namespaces/{ns}/pods/p";
        (await Server.PostAsync($"/api/v1/namespaces/{ns}/pods", Samples.Pod("p", """ "finalizers":["test.io/hold"] """))).Expect(201);
        (await Server.PostAsync(path + "/binding", """{"target":{"name":"n1"}}""")).Expect(201);
        var first = (await Server.DeleteAsync(path, """{"gracePeriodSeconds":60}""")).Expect(200);
        var second = (await Server.DeleteAsync(path, """{"gracePeriodSeconds":90,"propagationPolicy":"Foreground"}""")).Expect(200);
        Assert.Equal((first.Revision, 60), (second.Revision, (int)second.Json["metadata"]!["deletionGracePeriodSeconds"]!));
        var shorter = (await Server.DeleteAsync(path, """{"gracePeriodSeconds":0,"propagationPolicy":"Foreground"}""")).Expect(200).Json["metadata"]!;
        Assert.Equal(["test.io/hold", "foregroundDeletion"], shorter["finalizers"]!.AsArray().Select(f => (string)f!));
        Assert.Equal(0, (int)shorter["deletionGracePeriodSeconds"]!);
        (await Server.PatchAsync(path, """{"metadata":{"finalizers":null}}""")).Expect(200);
        (await Server.GetAsync(path)).Expect(404);
    }

    [Fact]
    public async Task DeleteCollection_Limit_TakesOneChunk()
    {
        var ns = await fixture.NamespaceAsync();
        var path = $"/api/v1/namespaces/{ns}/configmaps";
        foreach (var name in new[] { "a", "b", "c" })
        {
            (await Server.PostAsync(path, Samples.ConfigMap(name))).Expect(201);
        }

        var all = (await Server.DeleteAsync(path + "?dryRun=All")).Expect(200);
        Assert.Equal(3, all.Json["items"]!.AsArray().Count);
        var chunk = (await Server.DeleteAsync(path + "?limit=2")).Expect(200);
        Assert.Equal((2, 1), (chunk.Json["items"]!.AsArray().Count, (int)chunk.Json["metadata"]!["remainingItemCount"]!));
        Assert.Equal("c", (string)(await Server.GetAsync(path)).Json["items"]!.AsArray().Single()!["metadata"]!["name"]!);
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
