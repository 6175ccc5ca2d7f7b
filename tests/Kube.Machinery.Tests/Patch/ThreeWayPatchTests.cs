using System.Text.Json.Nodes;
using Kube.Api.Apps.V1;
using Kube.Api.Core.V1;
using Kube.Machinery.Patch;
using Kube.Machinery.Schema;

namespace Kube.Machinery.Tests.Patch;

public sealed class ThreeWayPatchTests
{
    private static readonly TypeSchema s_pod = TypeSchema.For(typeof(Pod));

    [Theory]
    [InlineData("nothing", """{"spec":{"nodeName":"a"}}""", """{"spec":{"nodeName":"a"}}""", """{"spec":{"nodeName":"a","priority":1}}""", "{}")]
    [InlineData("change", """{"spec":{"nodeName":"a"}}""", """{"spec":{"nodeName":"b"}}""", """{"spec":{"nodeName":"a"}}""", """{"spec":{"nodeName":"b"}}""")]
    [InlineData("drift is undone", """{"spec":{"nodeName":"a"}}""", """{"spec":{"nodeName":"a"}}""", """{"spec":{"nodeName":"x"}}""", """{"spec":{"nodeName":"a"}}""")]
    [InlineData("field deleted", """{"metadata":{"labels":{"a":"1","b":"2"}}}""", """{"metadata":{"labels":{"a":"1"}}}""", """{"metadata":{"labels":{"a":"1","b":"2","c":"3"}}}""", """{"metadata":{"labels":{"b":null}}}""")]
    [InlineData(
        "item deleted and changed",
        """{"spec":{"containers":[{"name":"a","image":"1"},{"name":"b"}]}}""",
        """{"spec":{"containers":[{"name":"a","image":"2"}]}}""",
        """{"spec":{"containers":[{"name":"a","image":"1","tty":true},{"name":"b"},{"name":"injected"}]}}""",
        """{"spec":{"$setElementOrder/containers":[{"name":"a"}],"containers":[{"name":"a","image":"2"},{"$patch":"delete","name":"b"}]}}""")]
    [InlineData(
        "volume source swapped",
        """{"spec":{"volumes":[{"name":"v","emptyDir":{}}]}}""",
        """{"spec":{"volumes":[{"name":"v","hostPath":{"path":"/x"}}]}}""",
        """{"spec":{"volumes":[{"name":"v","emptyDir":{}}]}}""",
        """{"spec":{"$setElementOrder/volumes":[{"name":"v"}],"volumes":[{"$retainKeys":["hostPath","name"],"emptyDir":null,"hostPath":{"path":"/x"},"name":"v"}]}}""")]
    [InlineData(
        "finalizers",
        """{"metadata":{"finalizers":["a","b"]}}""",
        """{"metadata":{"finalizers":["b","c"]}}""",
        """{"metadata":{"finalizers":["a","b"]}}""",
        """{"metadata":{"$setElementOrder/finalizers":["b","c"],"$deleteFromPrimitiveList/finalizers":["a"],"finalizers":["c"]}}""")]
    public void Create_ThreeStates_GivesKubectlsPatch(string name, string original, string modified, string current, string expected)
    {
        var patch = ThreeWayPatch.Create(Parse(original), Parse(modified), Parse(current), s_pod);
        Assert.True(JsonNode.DeepEquals(Parse(expected), patch), $"{name}: {patch.ToJsonString()}");
    }

    [Fact]
    public void Create_AppliedToCurrent_KeepsWhatOthersAdded()
    {
        var original = Parse("""{"spec":{"containers":[{"name":"a","env":[{"name":"X","value":"1"},{"name":"Y","value":"1"}]}]}}""");
        var modified = Parse("""{"spec":{"containers":[{"name":"n"},{"name":"a","env":[{"name":"X","value":"2"}]}]}}""");
        var current = Parse("""{"spec":{"containers":[{"name":"a","env":[{"name":"X","value":"1"},{"name":"Y","value":"1"},{"name":"Z","value":"1"}]},{"name":"side"}]}}""");
        var result = StrategicMergePatch.Apply(current, ThreeWayPatch.Create(original, modified, current, s_pod), s_pod);
        var expected = Parse("""{"spec":{"containers":[{"name":"n"},{"name":"a","env":[{"name":"X","value":"2"},{"name":"Z","value":"1"}]},{"name":"side"}]}}""");
        Assert.True(JsonNode.DeepEquals(expected, result), result.ToJsonString());
    }

    [Fact]
    public void Create_DeploymentStrategy_RetainsItsKeys()
    {
        var current = Parse("""{"spec":{"strategy":{"type":"RollingUpdate","rollingUpdate":{"maxSurge":1}}}}""");
        var modified = Parse("""{"spec":{"strategy":{"type":"Recreate"}}}""");
        var schema = TypeSchema.For(typeof(Deployment));
        var patch = ThreeWayPatch.Create(null, modified, current, schema);
        Assert.True(JsonNode.DeepEquals(Parse("""{"spec":{"strategy":{"$retainKeys":["type"],"type":"Recreate"}}}"""), patch), patch.ToJsonString());
        Assert.True(JsonNode.DeepEquals(modified, StrategicMergePatch.Apply(current, patch, schema)));
    }

    [Fact]
    public void Create_OtherName_IsRefused() =>
        Assert.Throws<PatchException>(() => ThreeWayPatch.Create(null, Parse("""{"metadata":{"name":"a"}}"""), Parse("""{"metadata":{"name":"b"}}"""), s_pod));

    [Fact]
    public void Create_WithoutSchema_GivesAMergePatch()
    {
        var patch = ThreeWayPatch.Create(Parse("""{"a":1,"gone":{"x":1},"e":{"f":1}}"""), Parse("""{"a":2,"l":[1],"e":{}}"""), Parse("""{"a":1,"gone":{"x":1},"other":1,"e":{"f":1,"g":2}}"""));
        Assert.True(JsonNode.DeepEquals(Parse("""{"a":2,"l":[1],"gone":null,"e":{"f":null}}"""), patch), patch.ToJsonString());
        Assert.Equal("{}", ThreeWayPatch.Create(Parse("""{"a":{"b":1}}"""), Parse("""{"a":{"b":1}}"""), Parse("""{"a":{"b":1,"c":1}}""")).ToJsonString());
    }

    [Fact]
    public void CreateTwoWay_RandomPods_AppliesToTheModifiedOne()
    {
        var random = new Random(7);
        for (var round = 0; round < 300; round++)
        {
            var (from, to) = (Pod(random), Pod(random));
            var strategic = StrategicMergePatch.Apply(from, ThreeWayPatch.CreateTwoWay(from, to, s_pod), s_pod);
            Assert.True(JsonNode.DeepEquals(to, strategic), $"{from.ToJsonString()}\n{to.ToJsonString()}\n{strategic.ToJsonString()}");
            Assert.True(JsonNode.DeepEquals(to, MergePatch.Apply(from, ThreeWayPatch.CreateTwoWay(from, to))));
        }
    }

    private static JsonObject Pod(Random random)
    {
        string[] names = ["a", "b", "c", "d"];
        var containers = names.Where(_ => random.Next(2) == 0).OrderBy(_ => random.Next()).Select(n => (JsonNode)new JsonObject
        {
            ["name"] = n,
            ["image"] = random.Next(2).ToString(),
            ["ports"] = new JsonArray([.. Enumerable.Range(80, 3).Where(_ => random.Next(2) == 0).OrderBy(_ => random.Next()).Select(p => (JsonNode)new JsonObject { ["containerPort"] = p })]),
        });
        return new JsonObject
        {
            ["metadata"] = new JsonObject
            {
                ["labels"] = new JsonObject(names.Where(_ => random.Next(2) == 0).Select(n => KeyValuePair.Create(n, (JsonNode?)JsonValue.Create("1")))),
                ["finalizers"] = new JsonArray([.. names.Where(_ => random.Next(2) == 0).OrderBy(_ => random.Next()).Select(n => (JsonNode)JsonValue.Create(n))]),
            },
            ["spec"] = new JsonObject { ["containers"] = new JsonArray([.. containers]) },
        };
    }

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}
