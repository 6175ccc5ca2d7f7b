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
