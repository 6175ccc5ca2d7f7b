using System.Text.Json.Nodes;
using Kube.Api.Core.V1;
using Kube.Machinery.Patch;
using Kube.Machinery.Schema;

namespace Kube.Machinery.Tests.Patch;

public sealed class StrategicMergePatchTests
{
    private static readonly TypeSchema s_pod = TypeSchema.For(typeof(Pod));

    [Theory]
    [InlineData("scalar", """{"spec":{"nodeName":"a"}}""", """{"spec":{"nodeName":"b"}}""", """{"spec":{"nodeName":"b"}}""")]
    [InlineData("null deletes", """{"metadata":{"labels":{"a":"1","b":"2"}}}""", """{"metadata":{"labels":{"a":null,"zz":null}}}""", """{"metadata":{"labels":{"b":"2"}}}""")]
    [InlineData("merge by name", """{"spec":{"containers":[{"name":"a","image":"1"},{"name":"b","image":"1"}]}}""", """{"spec":{"containers":[{"name":"b","image":"2"}]}}""", """{"spec":{"containers":[{"name":"a","image":"1"},{"name":"b","image":"2"}]}}""")]
    [InlineData("an added item goes first", """{"spec":{"containers":[{"name":"a"}]}}""", """{"spec":{"containers":[{"name":"c"}]}}""", """{"spec":{"containers":[{"name":"c"},{"name":"a"}]}}""")]
    [InlineData("delete an item", """{"spec":{"containers":[{"name":"a"},{"name":"b"}]}}""", """{"spec":{"containers":[{"$patch":"delete","name":"a"}]}}""", """{"spec":{"containers":[{"name":"b"}]}}""")]
    [InlineData("replace a list", """{"spec":{"containers":[{"name":"a"},{"name":"b"}]}}""", """{"spec":{"containers":[{"name":"c"},{"$patch":"replace"}]}}""", """{"spec":{"containers":[{"name":"c"}]}}""")]
    [InlineData("replace a map", """{"metadata":{"labels":{"a":"1"}}}""", """{"metadata":{"labels":{"$patch":"replace","b":"2"}}}""", """{"metadata":{"labels":{"b":"2"}}}""")]
    [InlineData("delete a map", """{"metadata":{"labels":{"a":"1"}}}""", """{"metadata":{"labels":{"$patch":"delete"}}}""", """{"metadata":{"labels":{}}}""")]
    [InlineData("merge a map", """{"metadata":{"labels":{"a":"1"}}}""", """{"metadata":{"labels":{"$patch":"merge","b":"2"}}}""", """{"metadata":{"labels":{"a":"1","b":"2"}}}""")]
    [InlineData("int key", """{"spec":{"containers":[{"name":"a","ports":[{"containerPort":80,"name":"x"}]}]}}""", """{"spec":{"containers":[{"name":"a","ports":[{"containerPort":80,"name":"y"},{"containerPort":81}]}]}}""", """{"spec":{"containers":[{"name":"a","ports":[{"containerPort":80,"name":"y"},{"containerPort":81}]}]}}""")]
    [InlineData("atomic list", """{"spec":{"tolerations":[{"key":"a"},{"key":"b"}]}}""", """{"spec":{"tolerations":[{"key":"c"}]}}""", """{"spec":{"tolerations":[{"key":"c"}]}}""")]
    [InlineData("scalar list", """{"metadata":{"finalizers":["a","b"]}}""", """{"metadata":{"finalizers":["b","c"]}}""", """{"metadata":{"finalizers":["a","b","c"]}}""")]
    [InlineData("scalar list deletion", """{"metadata":{"finalizers":["a","b","c"]}}""", """{"metadata":{"$deleteFromPrimitiveList/finalizers":["b"]}}""", """{"metadata":{"finalizers":["a","c"]}}""")]
    [InlineData("scalar order", """{"metadata":{"finalizers":["a","b"]}}""", """{"metadata":{"$setElementOrder/finalizers":["b","a","c"],"finalizers":["c"]}}""", """{"metadata":{"finalizers":["b","a","c"]}}""")]
    [InlineData("order", """{"spec":{"containers":[{"name":"a"},{"name":"s"},{"name":"b"}]}}""", """{"spec":{"$setElementOrder/containers":[{"name":"b"},{"name":"a"},{"name":"n"}],"containers":[{"name":"n","image":"i"}]}}""", """{"spec":{"containers":[{"name":"s"},{"name":"b"},{"name":"a"},{"name":"n","image":"i"}]}}""")]
    [InlineData("retain keys", """{"spec":{"volumes":[{"name":"v","emptyDir":{}}]}}""", """{"spec":{"volumes":[{"name":"v","$retainKeys":["name","hostPath"],"hostPath":{"path":"/x"}}]}}""", """{"spec":{"volumes":[{"name":"v","hostPath":{"path":"/x"}}]}}""")]
    [InlineData("directives without an original", "{}", """{"spec":{"$setElementOrder/containers":[{"name":"a"}],"containers":[{"name":"a","image":null}]},"metadata":{"labels":{"$patch":"replace","a":"1"}}}""", """{"spec":{"containers":[{"name":"a"}]},"metadata":{"labels":{"a":"1"}}}""")]
    [InlineData("unknown fields", """{"x":{"a":[1],"b":{"c":1}}}""", """{"x":{"a":[2],"b":{"d":2}}}""", """{"x":{"a":[2],"b":{"c":1,"d":2}}}""")]
    public void Apply_Patch_GivesTheMergedObject(string name, string document, string patch, string expected)
    {
        var result = StrategicMergePatch.Apply(Parse(document), Parse(patch), s_pod);
        Assert.True(JsonNode.DeepEquals(Parse(expected), result), $"{name}: {result.ToJsonString()}");
    }

    [Theory]
    [InlineData("""{"spec":{"containers":[{"image":"x"}]}}""", "map: {\"image\":\"x\"} does not contain declared merge key: name")]
    [InlineData("""{"spec":{"containers":["x"]}}""", "list item \"x\" is not an object, but the list is merged by \"name\"")]
    [InlineData("""{"spec":{"$patch":"explode"}}""", "unknown patch type: explode in map: {\"$patch\":\"explode\"}")]
    [InlineData("""{"spec":{"$retainKeys":"x"}}""", "invalid patch format of retainKeys: expected a list, found string")]
    [InlineData("""{"spec":{"$retainKeys":["a"],"b":1}}""", "invalid patch format of retainKeys")]
    public void Apply_BadPatch_SaysWhy(string patch, string expected)
    {
        var document = Parse("""{"spec":{"containers":[{"name":"a"}]}}""");
        Assert.Equal(expected, Assert.Throws<PatchException>(() => StrategicMergePatch.Apply(document, Parse(patch), s_pod)).Message);
    }

    [Fact]
    public void Apply_FieldThatIsReplaced_KeepsNothingOfTheOldOne()
    {
        var budget = Parse("""{"spec":{"selector":{"matchLabels":{"a":"1"}},"minAvailable":1}}""");
        var result = StrategicMergePatch.Apply(budget, Parse("""{"spec":{"selector":{"matchLabels":{"b":"2"}}}}"""), TypeSchema.For(typeof(Kube.Api.Policy.V1.PodDisruptionBudget)));
        Assert.Equal("""{"spec":{"selector":{"matchLabels":{"b":"2"}},"minAvailable":1}}""", result.ToJsonString());
    }

    [Fact]
    public void Apply_OrderThatOmitsAPatchedItem_IsRefused() => Assert.StartsWith(
        "The order in patch list:",
        Assert.Throws<PatchException>(() => StrategicMergePatch.Apply(Parse("""{"spec":{}}"""), Parse("""{"spec":{"$setElementOrder/containers":[],"containers":[{"name":"a"}]}}"""), s_pod)).Message);

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}
