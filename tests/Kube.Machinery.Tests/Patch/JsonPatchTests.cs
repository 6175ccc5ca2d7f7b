using System.Text.Json.Nodes;
using Kube.Machinery.Patch;

namespace Kube.Machinery.Tests.Patch;

public sealed class JsonPatchTests
{
    [Theory]
    [InlineData("""{"a":1}""", """[{"op":"add","path":"/b","value":2}]""", """{"a":1,"b":2}""")]
    [InlineData("""{"a":[1,3]}""", """[{"op":"add","path":"/a/1","value":2},{"op":"add","path":"/a/-","value":4}]""", """{"a":[1,2,3,4]}""")]
    [InlineData("""{"a":{"b/c":1,"~":2}}""", """[{"op":"remove","path":"/a/b~1c"},{"op":"replace","path":"/a/~0","value":null}]""", """{"a":{"~":null}}""")]
    [InlineData("""{"a":[1,2]}""", """[{"op":"move","from":"/a/0","path":"/b"},{"op":"copy","from":"/b","path":"/a/-"}]""", """{"a":[2,1],"b":1}""")]
    [InlineData("""{"a":1.0}""", """[{"op":"test","path":"/a","value":1},{"op":"test","path":"/zz","value":null},{"op":"replace","path":"","value":{}}]""", "{}")]
    [InlineData("""{}""", "[]", "{}")]
    public void Apply_Operations_ChangesTheDocument(string document, string patch, string expected) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonPatch.Apply(JsonNode.Parse(document), JsonNode.Parse(patch))));

    [Theory]
    [InlineData("{}", "bad", PatchFailure.BadPatch)]
    [InlineData("[1]", "bad", PatchFailure.BadPatch)]
    [InlineData("""[{"op":"test","path":"/a","value":2}]""", "testing value /a failed: test failed", PatchFailure.DoesNotApply)]
    [InlineData("""[{"op":"remove","path":"/x"}]""", "error in remove for path: '/x': Unable to remove nonexistent key: x: missing value", PatchFailure.DoesNotApply)]
    [InlineData("""[{"op":"replace","path":"/x","value":1}]""", "replace operation does not apply: doc is missing key: \"/x\": missing value", PatchFailure.DoesNotApply)]
    [InlineData("""[{"op":"add","path":"/x/y","value":1}]""", "add operation does not apply: doc is missing path: \"/x/y\": missing value", PatchFailure.DoesNotApply)]
    [InlineData("""[{"op":"add","path":"/l/9","value":1}]""", "Unable to access invalid index: 9: invalid index referenced", PatchFailure.DoesNotApply)]
    [InlineData("""[{"op":"remove","path":"/l/-"}]""", "Unable to access invalid index: -: invalid index referenced", PatchFailure.DoesNotApply)]
    [InlineData("""[{"op":"move","from":"/o","path":"/o/p"}]""", "move operation does not apply: \"/o/p\" is inside of \"/o\"", PatchFailure.DoesNotApply)]
    [InlineData("""[{"op":"jump","path":"/a"}]""", "Unexpected kind: jump", PatchFailure.DoesNotApply)]
    [InlineData("""[{"op":"add","path":"a","value":1}]""", "path \"a\" does not start with '/'", PatchFailure.DoesNotApply)]
    public void Apply_Impossible_SaysWhy(string patch, string message, PatchFailure failure)
    {
        var error = Assert.Throws<PatchException>(() => JsonPatch.Apply(JsonNode.Parse("""{"a":1,"l":[1],"o":{}}"""), JsonNode.Parse(patch)));
        Assert.Equal(failure, error.Failure);
        Assert.True(message == "bad" || error.Message == message, error.Message);
    }

    [Fact]
    public void Apply_TooMuch_IsRefused()
    {
        var many = new JsonArray([.. Enumerable.Range(0, 10_001).Select(_ => JsonNode.Parse("""{"op":"test","path":"/a","value":1}"""))]);
        Assert.Equal("The allowed maximum operations in a JSON patch is 10000, got 10001", Assert.Throws<PatchException>(() => JsonPatch.Apply(new JsonObject(), many)).Message);
        var doubling = new JsonArray([.. Enumerable.Range(0, 40).Select(i => (JsonNode)new JsonObject { ["op"] = "copy", ["from"] = "", ["path"] = $"/c{i}" })]);
        Assert.Equal(PatchFailure.TooLarge, Assert.Throws<PatchException>(() => JsonPatch.Apply(JsonNode.Parse("""{"a":"x"}"""), doubling)).Failure);
    }

    [Theory]
    [InlineData("""{"a":"b"}""", """{"a":"c"}""", """{"a":"c"}""")]
    [InlineData("""{"a":"b"}""", """{"b":"c"}""", """{"a":"b","b":"c"}""")]
    [InlineData("""{"a":"b","b":"c"}""", """{"a":null}""", """{"b":"c"}""")]
    [InlineData("""{"a":["b"]}""", """{"a":"c"}""", """{"a":"c"}""")]
    [InlineData("""{"a":{"b":"c"}}""", """{"a":{"b":"d","c":null}}""", """{"a":{"b":"d"}}""")]
    [InlineData("""{"a":[{"b":"c"}]}""", """{"a":[1]}""", """{"a":[1]}""")]
    [InlineData("""["a"]""", """["c"]""", """["c"]""")]
    [InlineData("""{"a":"foo"}""", "null", "null")]
    [InlineData("""{"e":null}""", """{"a":1}""", """{"e":null,"a":1}""")]
    [InlineData("""[1,2]""", """{"a":"b","c":null}""", """{"a":"b"}""")]
    [InlineData("{}", """{"a":{"bb":{"ccc":null}}}""", """{"a":{"bb":{}}}""")]
    public void MergePatch_Rfc7386Examples_Hold(string document, string patch, string expected) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), MergePatch.Apply(JsonNode.Parse(document), JsonNode.Parse(patch))));
}
