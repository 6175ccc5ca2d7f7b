using System.Text;
using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.Manifests;

namespace Kctl.Tests;

public sealed class ManifestTests
{
    [Fact]
    public void Parse_DocumentsAndLists_GivesEachObjectWithItsPlace()
    {
        var found = ManifestReader.Parse(Encoding.UTF8.GetBytes("kind: A\n---\nkind: List\nitems:\n- kind: B\n- kind: C\n"), "f.yaml").ToList();
        Assert.Equal(["A:1:1", "B:2:3", "C:2:3"], found.Select(m => $"{m.Kind}:{m.Document}:{m.Line}"));
    }

    [Theory]
    [InlineData("a: b: c", "\"f.yaml\": error converting YAML to JSON: yaml: line 1: ")]
    [InlineData("{\"a\": }", "\"f.yaml\": error parsing JSON: line 1: ")]
    [InlineData("a: 1\n---\n- b", "\"f.yaml\" (document 2, line 3): expected an object, found array")]
    public void Parse_Malformed_SaysFileDocumentAndLine(string text, string expected) =>
        Assert.StartsWith(expected, Assert.Throws<CommandException>(() => ManifestReader.Parse(Encoding.UTF8.GetBytes(text), "f.yaml").ToList()).Message, StringComparison.Ordinal);

    [Fact]
    public void Write_LastApplied_IsWhatKubectlWrites()
    {
        var written = LastApplied.Write(Parse("""{"kind":"ConfigMap","apiVersion":"v1","metadata":{"name":"a","namespace":"b"},"data":{"k":"<v>"}}"""));
        Assert.Equal(
            "{\"apiVersion\":\"v1\",\"data\":{\"k\":\"\\u003cv\\u003e\"},\"kind\":\"ConfigMap\",\"metadata\":{\"annotations\":{},\"name\":\"a\",\"namespace\":\"b\"}}\n",
            written.Text("metadata", "annotations", LastApplied.Annotation));
    }

    [Theory]
    [InlineData("""{"keep":"1","a":"x"}""", """{"keep":"1","a":"x"}""", "{}")]
    [InlineData("""{"keep":"1","a":"x"}""", """{"keep":"1"}""", """{"a":null}""")]
    [InlineData("""{"keep":"1"}""", """{"keep":"2","b":"y"}""", """{"keep":"2","b":"y"}""")]
    public void Make_AppliedBefore_SendsTheDifferenceOnly(string before, string after, string expected)
    {
        JsonObject Map(string data) => Parse($$$"""{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a","namespace":"b"},"data":{{{data}}} }""");
        var current = LastApplied.Write(Map(before));
        current["data"]!["others"] = "stay";
        var plan = ApplyPlan.Make(Map(after), current, WireTypes.Find("v1", "ConfigMap"));
        Assert.Equal(expected == "{}", plan.IsEmpty);
        Assert.Equal(expected, plan.Patch["data"]?.ToJsonString() ?? "{}");
        Assert.Equal(ApplyPlan.Strategic, plan.ContentType);
        Assert.Equal(ApplyPlan.Merge, ApplyPlan.Make(Map(after), current, null).ContentType);
    }

    [Theory]
    [InlineData("apps/v1", "Deployment", true)]
    [InlineData("discovery.k8s.io/v1", "EndpointSlice", true)]
    [InlineData("example.com/v1", "Widget", false)]
    public void Find_Kind_KnowsBuiltInTypes(string apiVersion, string kind, bool known) => Assert.Equal(known, WireTypes.Find(apiVersion, kind) is not null);

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}
