using System.Text;
using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kctl.Manifests;
using Kube.Api.Meta.V1;

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

    [Fact]
    public void Of_InvalidFields_NamesTheLineOfEach()
    {
        var manifest = ManifestReader.Parse("kind: List\nitems:\n- apiVersion: apps/v1\n  kind: Deployment\n  metadata:\n    name: x\n  spec:\n    replicas: -1\n"u8.ToArray(), "web.yaml").Single();
        var status = new Status
        {
            Reason = "Invalid",
            Details = new StatusDetails { Kind = "Deployment", Name = "x", Causes = [new StatusCause { Field = "spec.replicas", Message = "too few" }, new StatusCause { Field = "spec.selector", Message = "Required value" }] },
        };
        Assert.Equal("The Deployment \"x\" is invalid: \n* web.yaml:8: spec.replicas: too few\n* web.yaml:7: spec.selector: Required value", ManifestProblem.Of(manifest, status, "creating"));
    }

    [Theory]
    [InlineData(
        "strict decoding error: unknown field \"spec.contaners\", unknown field \"spec.containers[0].imag\"",
        "strict decoding error: unknown field \"spec.contaners\", unknown field \"spec.containers[0].imag\"\n* p.yaml:4: spec.contaners; did you mean \"containers\"?\n* p.yaml:6: spec.containers[0].imag; did you mean \"image\"?")]
    [InlineData("spec.containers[0].name: expected string, found number (line 1, column 9)", "spec.containers[0].name: expected string, found number\n* p.yaml:6: spec.containers[0].name")]
    public void Of_BodyNotUnderstood_NamesTheLineOfEachField(string says, string expected)
    {
        const string doing = "Error from server (BadRequest): error when creating \"p.yaml\" (document 1, line 1): ";
        var manifest = ManifestReader.Parse("apiVersion: v1\nkind: Pod\nspec:\n  contaners: []\n  containers:\n  - imag: b\n"u8.ToArray(), "p.yaml").Single();
        var status = new Status { Reason = "BadRequest", Message = "Pod in version \"v1\" cannot be handled as a Pod: " + says };
        Assert.Equal(doing + status.Message.Replace(says, expected), ManifestProblem.Of(manifest, status, "creating"));
    }
}
