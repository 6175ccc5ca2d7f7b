using System.Text.Json.Nodes;
using Kube.Api.Apps.V1;
using Kube.Api.Core.V1;
using Kube.Machinery.Apply;

namespace Kube.Machinery.Tests.Apply;

public sealed class ServerSideApplyTests
{
    private static readonly DateTime s_now = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);
    private static readonly ApplySchema s_configMap = ServerSideApply.SchemaFor(typeof(ConfigMap));
    private static readonly ApplySchema s_deployment = ServerSideApply.SchemaFor(typeof(Deployment));

    [Fact]
    public void Apply_NewObject_OwnsWhatItSays()
    {
        var result = Apply(null, """{"metadata":{"name":"c","labels":{"a":"1"}},"data":{"x":"1","y":"2"}}""", "ann");
        Assert.Equal("""{"f:data":{"f:x":{},"f:y":{}},"f:metadata":{"f:labels":{"f:a":{}}}}""", Owned(result, "ann"));
        var entry = result["metadata"]!["managedFields"]![0]!;
        Assert.Equal("Apply", (string?)entry["operation"]);
        Assert.Equal("2026-01-02T03:04:05Z", (string?)entry["time"]);
        Assert.Equal("FieldsV1", (string?)entry["fieldsType"]);
    }

    [Fact]
    public void Apply_FieldNoLongerSaid_IsRemoved()
    {
        var first = Apply(null, """{"metadata":{"name":"c"},"data":{"x":"1","y":"2"}}""", "ann");
        var second = Apply(first, """{"metadata":{"name":"c"},"data":{"y":"2"}}""", "ann");
        Assert.Equal("""{"y":"2"}""", second["data"]!.ToJsonString());
    }

    [Fact]
    public void Apply_FieldNoLongerSaidButOwnedByAnother_Stays()
    {
        var first = Apply(null, """{"data":{"x":"1","y":"2"}}""", "ann");
        var second = Apply(first, """{"data":{"x":"1"}}""", "ben");
        var third = Apply(second, """{"data":{"y":"2"}}""", "ann");
        Assert.Equal("""{"x":"1","y":"2"}""", third["data"]!.ToJsonString());
        Assert.Equal("""{"f:data":{"f:x":{}}}""", Owned(third, "ben"));
    }

    [Fact]
    public void Apply_SameValueAsAnother_IsSharedWithoutConflict()
    {
        var first = Apply(null, """{"data":{"x":"1"}}""", "ann");
        var second = Apply(first, """{"data":{"x":"1"}}""", "ben");
        Assert.Equal(Owned(second, "ann"), Owned(second, "ben"));
    }

    [Fact]
    public void Apply_OtherValueThanItsOwner_Conflicts()
    {
        var first = Apply(null, """{"data":{"x":"1"}}""", "ann");
        var result = ServerSideApply.Apply(first, Parse("""{"data":{"x":"2"}}"""), Applier("ben"), force: false, s_configMap, FieldSet.Empty, s_now);
        Assert.Null(result.Object);
        var conflict = Assert.Single(result.Conflicts);
        Assert.Equal((".data.x", "ann"), (conflict.Path, conflict.Manager.Name));
    }

    [Fact]
    public void Apply_Forced_TakesTheField()
    {
        var first = Apply(null, """{"data":{"x":"1","y":"1"}}""", "ann");
        var second = Apply(first, """{"data":{"x":"2"}}""", "ben", force: true);
        Assert.Equal("2", (string?)second["data"]!["x"]);
        Assert.Equal("""{"f:data":{"f:y":{}}}""", Owned(second, "ann"));
    }

    [Fact]
    public void Apply_ObjectWithoutOwners_BelongsToBeforeFirstApply()
    {
        var live = Parse("""{"metadata":{"name":"c","uid":"u"},"data":{"x":"1"}}""");
        var result = ServerSideApply.Apply(live, Parse("""{"data":{"x":"2"}}"""), Applier("ann"), force: false, s_configMap, FieldSet.Empty, s_now);
        Assert.Equal("before-first-apply", Assert.Single(result.Conflicts).Manager.Name);
        var same = Apply(live, """{"data":{"x":"1"}}""", "ann");
        Assert.Equal("""{"f:data":{"f:x":{}}}""", Owned(same, "before-first-apply"));
    }

    [Fact]
    public void Apply_AfterClientSideApply_OwnsWhatTheClientSaid()
    {
        var live = Parse("""{"metadata":{"name":"c","annotations":{"kubectl.kubernetes.io/last-applied-configuration":"{\"data\":{\"x\":\"1\",\"y\":\"1\"}}"}},"data":{"x":"1","y":"1","z":"1"}}""");
        var result = Apply(live, """{"data":{"x":"2"}}""", "kubectl");
        Assert.Equal("""{"x":"2","z":"1"}""", result["data"]!.ToJsonString());
        Assert.Equal("""{"f:data":{"f:x":{}}}""", Owned(result, "kubectl"));
    }

    [Fact]
    public void Apply_ByAnotherAfterClientSideApply_LeavesTheDefaultsToNobodyWhoApplies()
    {
        var live = Parse("""{"metadata":{"name":"c","annotations":{"kubectl.kubernetes.io/last-applied-configuration":"{\"data\":{\"x\":\"1\"}}"}},"data":{"x":"1","defaulted":"1"}}""");
        var result = Apply(live, """{"data":{"x":"1"}}""", "ann");
        Assert.Equal("""{"f:data":{"f:x":{}},"f:metadata":{"f:annotations":{"f:kubectl.kubernetes.io/last-applied-configuration":{}}}}""", Owned(result, "kubectl-client-side-apply"));
        Assert.Equal("""{"f:data":{"f:defaulted":{}}}""", Owned(result, "before-first-apply"));
    }

    [Fact]
    public void Apply_OwnerOfTheClientsAnnotation_NeverRemovesIt()
    {
        var live = Parse("""{"metadata":{"name":"c","annotations":{"kubectl.kubernetes.io/last-applied-configuration":"{}"}},"data":{"x":"1"}}""");
        var first = Apply(live, """{"metadata":{"annotations":{"kubectl.kubernetes.io/last-applied-configuration":"{}"}},"data":{"x":"1"}}""", "ann");
        Assert.NotNull(Apply(first, """{"data":{"x":"1"}}""", "ann")["metadata"]!["annotations"]!["kubectl.kubernetes.io/last-applied-configuration"]);
    }

    [Fact]
    public void Apply_MapList_MergesByKeyAndKeepsOthersItems()
    {
        var first = Apply(null, """{"spec":{"template":{"spec":{"containers":[{"name":"a","image":"i:1"}]}}}}""", "ann", s_deployment);
        var second = Apply(first, """{"spec":{"template":{"spec":{"containers":[{"name":"side","image":"s:1"}]}}}}""", "ben", s_deployment);
        Assert.Equal(["a", "side"], Containers(second));
        var third = Apply(second, """{"spec":{"template":{"spec":{"containers":[{"name":"a","image":"i:2"}]}}}}""", "ann", s_deployment);
        Assert.Equal("""[{"name":"a","image":"i:2"},{"name":"side","image":"s:1"}]""", third["spec"]!["template"]!["spec"]!["containers"]!.ToJsonString());
        Assert.Equal("""{"f:spec":{"f:template":{"f:spec":{"f:containers":{"k:{\"name\":\"a\"}":{".":{},"f:image":{},"f:name":{}}}}}}}""", Owned(third, "ann"));
    }

    [Fact]
    public void Apply_MapListItemGivenUpButPartlyOwnedByAnother_KeepsItsKey()
    {
        var first = Apply(null, """{"spec":{"template":{"spec":{"containers":[{"name":"a","image":"i:1","tty":true}]}}}}""", "ann", s_deployment);
        var updated = (JsonObject)first.DeepClone();
        updated["spec"]!["template"]!["spec"]!["containers"]![0]!["image"] = "i:2";
        ServerSideApply.Track(first, updated, new FieldManager("ben", "Update", "apps/v1"), s_deployment, FieldSet.Empty, s_now);
        var result = Apply(updated, """{"spec":{"paused":true}}""", "ann", s_deployment);
        Assert.Equal("""[{"name":"a","image":"i:2"}]""", result["spec"]!["template"]!["spec"]!["containers"]!.ToJsonString());
    }

    [Fact]
    public void Apply_PortsWithDefaultProtocol_AreFoundByBothKeys()
    {
        const string container = """{"spec":{"template":{"spec":{"containers":[{"name":"a","ports":[{"containerPort":80}]}]}}}}""";
        var owned = Owned(Apply(null, container, "ann", s_deployment), "ann");
        Assert.Contains("""k:{\"containerPort\":80,\"protocol\":\"TCP\"}""", owned, StringComparison.Ordinal);
    }

    [Fact]
    public void Apply_AtomicMap_IsOwnedAsAWhole()
    {
        var owned = Owned(Apply(null, """{"spec":{"selector":{"matchLabels":{"a":"1"}}}}""", "ann", s_deployment), "ann");
        Assert.Equal("""{"f:spec":{"f:selector":{}}}""", owned);
    }

    [Fact]
    public void Apply_FieldDeclaredGranular_IsOwnedPartByPart_ThoughItsTypeIsAtomic()
    {
        var schema = ServerSideApply.SchemaFor(typeof(PersistentVolume));
        var first = Apply(null, """{"spec":{"claimRef":{"namespace":"ns","name":"c"}}}""", "ann", schema);
        var second = Apply(first, """{"spec":{"claimRef":{"uid":"u"}}}""", "ben", schema);
        Assert.Equal("""{"f:spec":{"f:claimRef":{"f:name":{},"f:namespace":{}}}}""", Owned(second, "ann"));
        Assert.Equal("""{"f:spec":{"f:claimRef":{"f:uid":{}}}}""", Owned(second, "ben"));
    }

    [Fact]
    public void Apply_ResetFields_AreNotOwned()
    {
        var result = ServerSideApply.Apply(null, Parse("""{"spec":{"replicas":2},"status":{"replicas":9}}"""), Applier("ann"), force: false, s_deployment, FieldSet.Path("f:status"), s_now);
        Assert.Equal("""{"f:spec":{"f:replicas":{}}}""", Owned(result.Object!, "ann"));
    }

    [Fact]
    public void Track_UpdateOfAnOwnedField_MovesIt()
    {
        var live = Apply(null, """{"data":{"x":"1","y":"1"}}""", "ann");
        var updated = (JsonObject)live.DeepClone();
        updated["data"]!["x"] = "2";
        ServerSideApply.Track(live, updated, new FieldManager("ben", "Update", "v1"), s_configMap, FieldSet.Empty, s_now);
        Assert.Equal("""{"f:data":{"f:y":{}}}""", Owned(updated, "ann"));
        Assert.Equal("""{"f:data":{"f:x":{}}}""", Owned(updated, "ben"));
    }

    [Fact]
    public void Track_ObjectWithoutOwners_StaysWithoutOwners()
    {
        var updated = Parse("""{"metadata":{"name":"c"},"data":{"x":"2"}}""");
        ServerSideApply.Track(Parse("""{"data":{"x":"1"}}"""), updated, new FieldManager("ben", "Update", "v1"), s_configMap, FieldSet.Empty, s_now);
        Assert.Null(updated["metadata"]!["managedFields"]);
    }

    [Fact]
    public void Apply_Repeated_ChangesNothing()
    {
        var first = Apply(null, """{"metadata":{"finalizers":["a/b"]},"data":{"x":"1"}}""", "ann");
        var second = ServerSideApply.Apply(first, Parse("""{"metadata":{"finalizers":["a/b"]},"data":{"x":"1"}}"""), Applier("ann"), force: false, s_configMap, FieldSet.Empty, s_now.AddHours(1));
        Assert.True(JsonNode.DeepEquals(first, second.Object));
    }

    [Theory]
    [InlineData("""{"spec":{"template":{"spec":{"containers":[{"name":"a"},{"name":"a"}]}}}}""", ".spec.template.spec.containers: duplicate entries for key [name=\"a\"]")]
    [InlineData("""{"spec":{"template":{"spec":{"containers":[{"name":"a","ports":[{"containerPort":80},{"containerPort":80,"protocol":"TCP"}]}]}}}}""", ".spec.template.spec.containers[name=\"a\"].ports: duplicate entries for key [containerPort=80,protocol=\"TCP\"]")]
    [InlineData("""{"spec":{"template":{"spec":{"containers":[{"image":"i"}]}}}}""", ".spec.template.spec.containers: element 0: associative list with keys has an element that omits all key fields [\"name\"] (and doesn't have default values for any of them)")]
    [InlineData("""{"metadata":{"finalizers":["a","a"]}}""", ".metadata.finalizers: duplicate entries for key [\"a\"]")]
    [InlineData("""{"spec":{"template":{"spec":{"containers":[{"name":"a","ports":[{"containerPort":80},{"containerPort":80,"protocol":"UDP"}]}]}}}}""", null)]
    public void Fault_ItemsThatCannotBeToldApart_AreNamed(string applied, string? fault) => Assert.Equal(fault, ServerSideApply.Fault(Parse(applied), s_deployment));

    // Lists and maps by how they are divided: what the first manager said, what another says then, what is left when the first says nothing more.
    [Theory]
    [InlineData("set", """{"metadata":{"finalizers":["a","b"]}}""", """{"metadata":{"finalizers":["b","c"]}}""", """{"metadata":{"finalizers":["b","c"]}}""")]
    [InlineData("map", """{"metadata":{"labels":{"a":"1","b":"1"}}}""", """{"metadata":{"labels":{"b":"1","c":"1"}}}""", """{"metadata":{"labels":{"b":"1","c":"1"}}}""")]
    [InlineData("keyed", """{"spec":{"template":{"spec":{"volumes":[{"name":"a"},{"name":"b"}]}}}}""", """{"spec":{"template":{"spec":{"volumes":[{"name":"b"},{"name":"c"}]}}}}""", """{"spec":{"template":{"spec":{"volumes":[{"name":"b"},{"name":"c"}]}}}}""")]
    [InlineData("keyed twice", """{"spec":{"template":{"spec":{"containers":[{"name":"a","ports":[{"containerPort":1},{"containerPort":1,"protocol":"UDP"}]}]}}}}""", """{"spec":{"template":{"spec":{"containers":[{"name":"a","ports":[{"containerPort":1,"protocol":"TCP"}]}]}}}}""", """{"spec":{"template":{"spec":{"containers":[{"name":"a","ports":[{"containerPort":1,"protocol":"TCP"}]}]}}}}""")]
    public void Apply_GivenUp_LeavesWhatTheOtherSaid(string what, string first, string second, string left)
    {
        var both = Apply(Apply(null, first, "ann", s_deployment), second, "ben", s_deployment);
        var result = Apply(both, "{}", "ann", s_deployment);
        (result["metadata"] as JsonObject)?.Remove("managedFields");
        if (result["metadata"] is JsonObject { Count: 0 })
        {
            result.Remove("metadata");
        }

        Assert.True(JsonNode.DeepEquals(Parse(left), result), $"{what}: {result.ToJsonString()}");
    }

    [Theory]
    [InlineData("""{"spec":{"selector":{"matchLabels":{"a":"1"}}}}""", """{"spec":{"selector":{"matchLabels":{"b":"1"}}}}""", ".spec.selector")]
    [InlineData("""{"spec":{"template":{"spec":{"containers":[{"name":"a","command":["x"]}]}}}}""", """{"spec":{"template":{"spec":{"containers":[{"name":"a","command":["x","y"]}]}}}}""", ".spec.template.spec.containers[name=\"a\"].command")]
    [InlineData("""{"spec":{"template":{"spec":{"tolerations":[{"key":"a"}]}}}}""", """{"spec":{"template":{"spec":{"tolerations":[{"key":"b"}]}}}}""", ".spec.template.spec.tolerations")]
    public void Apply_AtomicPart_ConflictsAsAWhole(string first, string second, string path)
    {
        var result = ServerSideApply.Apply(Apply(null, first, "ann", s_deployment), Parse(second), Applier("ben"), force: false, s_deployment, FieldSet.Empty, s_now);
        Assert.Equal(path, Assert.Single(result.Conflicts).Path);
    }

    [Fact]
    public void Apply_InAnotherVersion_IsTheSameApplier()
    {
        var first = Apply(null, """{"data":{"x":"1","y":"1"}}""", "ann");
        var second = ServerSideApply.Apply(first, Parse("""{"data":{"x":"2"}}"""), Applier("ann") with { ApiVersion = "v2" }, force: false, s_configMap, FieldSet.Empty, s_now);
        Assert.Equal("""{"x":"2"}""", second.Object!["data"]!.ToJsonString());
        Assert.Equal("v2", (string?)Assert.Single(second.Object["metadata"]!["managedFields"]!.AsArray())!["apiVersion"]);
    }

    [Fact]
    public void Track_ManyUpdaters_AreKeptTogetherBeyondTen()
    {
        var obj = Apply(null, """{"data":{"x":"1"}}""", "ann");
        for (var i = 0; i < 30; i++)
        {
            var updated = (JsonObject)obj.DeepClone();
            updated["data"]![$"k{i:00}"] = "1";
            ServerSideApply.Track(obj, updated, new FieldManager($"u{i:00}", "Update", "v1"), s_configMap, FieldSet.Empty, s_now.AddMinutes(i));
            obj = updated;
        }

        Assert.Equal(12, obj["metadata"]!["managedFields"]!.AsArray().Count);
        Assert.Contains("f:k19", Owned(obj, "ancient-changes"), StringComparison.Ordinal);
        Assert.Equal("""{"f:data":{"f:k29":{}}}""", Owned(obj, "u29"));
    }

    [Theory]
    [InlineData("k:nonsense")]
    [InlineData("k:[1]")]
    [InlineData("v:{")]
    [InlineData("i:x")]
    [InlineData("x")]
    [InlineData("")]
    public void Apply_OwnersThatCannotBeRead_CountAsNone(string element)
    {
        var live = Parse("""{"data":{"x":"1"}}""");
        live["metadata"] = new JsonObject { ["managedFields"] = new JsonArray(new JsonObject { ["manager"] = "m", ["operation"] = "Update", ["apiVersion"] = "v1", ["fieldsType"] = "FieldsV1", ["fieldsV1"] = new JsonObject { [element] = new JsonObject() } }) };
        var result = ServerSideApply.Apply(live, Parse("""{"data":{"x":"2"}}"""), Applier("ann"), force: false, s_configMap, FieldSet.Empty, s_now);
        Assert.Equal("before-first-apply", Assert.Single(result.Conflicts).Manager.Name);
    }

    [Fact]
    public void Apply_OddLastAppliedAnnotation_IsPassedOver()
    {
        foreach (var text in new[] { "{", "[]", """{"data":{"x":"1","x":"2"}}""", new string('[', 10_000), "\ud800" })
        {
            var live = new JsonObject { ["metadata"] = new JsonObject { ["annotations"] = new JsonObject { ["kubectl.kubernetes.io/last-applied-configuration"] = text } }, ["data"] = new JsonObject { ["x"] = "1" } };
            Assert.Equal("1", (string?)Apply(live, """{"data":{"x":"1"}}""", "kubectl")["data"]!["x"]);
        }
    }

    private static JsonObject Apply(JsonObject? live, string applied, string manager, ApplySchema? schema = null, bool force = false)
    {
        var result = ServerSideApply.Apply(live, Parse(applied), Applier(manager), force, schema ?? s_configMap, FieldSet.Empty, s_now);
        Assert.Empty(result.Conflicts);
        return result.Object!;
    }

    private static FieldManager Applier(string name) => new(name, "Apply", "v1");

    private static JsonObject Parse(string json) => (JsonObject)JsonNode.Parse(json)!;

    private static string[] Containers(JsonObject obj) => [.. obj["spec"]!["template"]!["spec"]!["containers"]!.AsArray().Select(c => (string)c!["name"]!)];

    private static string Owned(JsonObject obj, string manager) => obj["metadata"]!["managedFields"]!.AsArray()
        .Single(e => (string?)e!["manager"] == manager)!["fieldsV1"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
