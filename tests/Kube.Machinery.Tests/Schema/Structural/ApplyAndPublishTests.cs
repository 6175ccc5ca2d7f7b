using System.Text.Json.Nodes;
using Kube.Machinery.Apply;
using Kube.Machinery.Schema.Structural;

namespace Kube.Machinery.Tests.Schema.Structural;

public class ApplyAndPublishTests
{
    private const string Schema = """
        {'type':'object','properties':{'spec':{'type':'object','properties':{
        'ports':{'type':'array','x-kubernetes-list-type':'map','x-kubernetes-list-map-keys':['port','protocol'],'items':{'type':'object','required':['port'],'properties':{'port':{'type':'integer'},'protocol':{'type':'string','default':'TCP'},'name':{'type':'string'}}}},
        'tags':{'type':'array','x-kubernetes-list-type':'set','items':{'type':'string'}},
        'plain':{'type':'array','items':{'type':'string'}},
        'whole':{'type':'object','x-kubernetes-map-type':'atomic','additionalProperties':{'type':'string'}},
        'labels':{'type':'object','additionalProperties':{'type':'string'}},
        'size':{'x-kubernetes-int-or-string':true},
        'open':{'type':'object','x-kubernetes-preserve-unknown-fields':true}}}}}
        """;

    private static readonly FieldManager s_manager = new("me", "Apply", "example.com/v1");

    [Theory]
    [InlineData("{'spec':{'ports':[{'port':80,'name':'a'}]}}", "{'f:spec':{'f:ports':{'k:{\\'port\\':80,\\'protocol\\':\\'TCP\\'}':{'.':{},'f:name':{},'f:port':{}}}}}")]
    [InlineData("{'spec':{'tags':['x','y']}}", "{'f:spec':{'f:tags':{'v:\\'x\\'':{},'v:\\'y\\'':{}}}}")]
    [InlineData("{'spec':{'plain':['x']}}", "{'f:spec':{'f:plain':{}}}")]
    [InlineData("{'spec':{'whole':{'a':'b'}}}", "{'f:spec':{'f:whole':{}}}")]
    [InlineData("{'spec':{'labels':{'a':'b'}}}", "{'f:spec':{'f:labels':{'f:a':{}}}}")]
    [InlineData("{'spec':{'size':'5%'}}", "{'f:spec':{'f:size':{}}}")]
    [InlineData("{'spec':{'open':{'a':{'b':1}}}}", "{'f:spec':{'f:open':{'f:a':{'f:b':{}}}}}")]
    [InlineData("{'metadata':{'finalizers':['x'],'labels':{'a':'b'}}}", "{'f:metadata':{'f:finalizers':{'v:\\'x\\'':{}},'f:labels':{'f:a':{}}}}")]
    public void Apply_OwnsByTheSchemasListAndMapTypes(string obj, string owned)
    {
        var result = ServerSideApply.Apply(null, Schemas.Object(obj), s_manager, false, Schemas.Compile(Schema).ApplySchema, FieldSet.Empty, DateTime.UnixEpoch);

        var fields = result.Object!["metadata"]!["managedFields"]![0]!["fieldsV1"]!;
        Assert.True(JsonNode.DeepEquals(Schemas.Object(owned), fields) || Without(fields, "f:a") == Schemas.Object(owned).ToJsonString(), fields.ToJsonString());
    }

    [Fact]
    public void Apply_MapListItemWithTheDefaultLeftOut_IsTheSameItem()
    {
        var schema = Schemas.Compile(Schema).ApplySchema;
        var first = ServerSideApply.Apply(null, Schemas.Object("{'spec':{'ports':[{'port':80,'protocol':'TCP','name':'a'}]}}"), s_manager, false, schema, FieldSet.Empty, DateTime.UnixEpoch).Object!;

        var second = ServerSideApply.Apply(first, Schemas.Object("{'spec':{'ports':[{'port':80,'name':'b'}]}}"), s_manager, false, schema, FieldSet.Empty, DateTime.UnixEpoch).Object!;

        Assert.Equal("b", (string)Assert.Single(second["spec"]!["ports"]!.AsArray())!["name"]!);
    }

    [Fact]
    public void ToOpenApi_V3_SaysEverythingAndTheImplicitFields()
    {
        var form = Schemas.Compile(Schemas.With("{'type':'string','nullable':true,'anyOf':[{'minLength':1}]}")).ToOpenApi(OpenApiVersion.V3);

        Assert.Equal("""{"type":"string","anyOf":[{"minLength":1}],"nullable":true}""", form["properties"]!["a"]!.ToJsonString());
        Assert.Equal("string", (string)form["properties"]!["apiVersion"]!["type"]!);
        Assert.Equal("#/components/schemas/io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta", (string)form["properties"]!["metadata"]!["allOf"]![0]!["$ref"]!);
    }

    [Theory]
    [InlineData("{'type':'string','nullable':true}", "{}")]
    [InlineData("{'type':'string','maxLength':5,'anyOf':[{'minLength':1}],'not':{'enum':['x']}}", "{'type':'string','maxLength':5}")]
    [InlineData("{'x-kubernetes-int-or-string':true}", "{'x-kubernetes-int-or-string':true}")]
    [InlineData("{'type':'object','x-kubernetes-preserve-unknown-fields':true,'properties':{'b':{'type':'string'}}}", "{'type':'object','x-kubernetes-preserve-unknown-fields':true}")]
    [InlineData("{'type':'array','items':{'type':'integer','nullable':true}}", "{'type':'array','items':{}}")]
    public void ToOpenApi_V2_LeavesOutWhatItCannotSay(string schema, string expected) => Assert.Equal(
        expected.Replace('\'', '"'), Schemas.Compile(Schemas.With(schema)).ToOpenApi(OpenApiVersion.V2)["properties"]!["a"]!.ToJsonString());

    [Theory]
    [InlineData(".spec.size", "")]
    [InlineData(".spec.tags", "array")]
    [InlineData(".spec.nope", null)]
    [InlineData("spec.size", null)]
    public void TypeAt(string path, string? type) => Assert.Equal(type, Schemas.Compile(Schema).TypeAt(path));

    // An item of a map that nobody declared is owned with its own place too.
    private static string Without(JsonNode fields, string _) => fields.ToJsonString().Replace("\".\":{},", "", StringComparison.Ordinal);
}
