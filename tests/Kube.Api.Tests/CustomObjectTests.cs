using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kube.Api.ApiExtensions.V1;

namespace Kube.Api.Tests;

/// <summary>Objects of custom kinds and the schemas that describe them keep what they were given.</summary>
public class CustomObjectTests
{
    private const string Definition = """
        {"apiVersion":"apiextensions.k8s.io/v1","kind":"CustomResourceDefinition","metadata":{"name":"widgets.example.com"},
        "spec":{"group":"example.com","names":{"plural":"widgets","singular":"widget","kind":"Widget","listKind":"WidgetList","shortNames":["wd"],"categories":["all"]},
        "scope":"Namespaced","conversion":{"strategy":"Webhook","webhook":{"clientConfig":{"service":{"namespace":"a","name":"b","path":"/c","port":1},"caBundle":"YQ=="},"conversionReviewVersions":["v1"]}},
        "versions":[{"name":"v1","served":true,"storage":true,"deprecated":true,"deprecationWarning":"old","schema":{"openAPIV3Schema":{
        "$schema":"s","$ref":"r","id":"i","type":"object","title":"t","description":"d","required":["spec"],"externalDocs":{"url":"u","description":"d"},
        "properties":{"spec":{"type":"object","nullable":true,"default":{"a":null},"example":[1.5],"x-kubernetes-preserve-unknown-fields":true,"x-kubernetes-embedded-resource":true,
        "x-kubernetes-map-type":"atomic","additionalProperties":{"type":"string"}},
        "list":{"type":"array","items":{"type":"integer","enum":[1,null,"a"],"maximum":2.5,"exclusiveMaximum":true,"minimum":-1,"exclusiveMinimum":false,"multipleOf":0.5},"x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["a"],"maxItems":9000000000,"minItems":0,"uniqueItems":false},
        "pair":{"type":"array","items":[{"type":"string"},{"x-kubernetes-int-or-string":true}],"additionalItems":false},
        "open":{"type":"object","additionalProperties":true,"patternProperties":{"a":{"type":"string"}},"dependencies":{"a":["b"],"c":{"type":"object"}},"definitions":{"x":{"type":"string"}}},
        "text":{"type":"string","format":"date","pattern":"^a$","maxLength":5,"minLength":1,"not":{"enum":["x"]},"allOf":[{}],"anyOf":[{},{}],"oneOf":[{"minLength":1}]},
        "map":{"type":"object","maxProperties":3,"minProperties":1,"x-kubernetes-validations":[{"rule":"true","message":"m","messageExpression":"e","reason":"FieldValueInvalid","fieldPath":".a","optionalOldSelf":true}]}}}},
        "subresources":{"status":{},"scale":{"specReplicasPath":".spec.replicas","statusReplicasPath":".status.replicas","labelSelectorPath":".status.selector"}},
        "additionalPrinterColumns":[{"name":"A","type":"string","format":"f","description":"d","priority":1,"jsonPath":".spec.a"}],"selectableFields":[{"jsonPath":".spec.a"}]}],"preserveUnknownFields":false},
        "status":{"conditions":[{"type":"Established","status":"True","lastTransitionTime":"2026-01-02T03:04:05Z","reason":"r","message":"m","observedGeneration":2}],
        "acceptedNames":{"plural":"widgets","kind":"Widget"},"storedVersions":["v1"],"observedGeneration":3}}
        """;

    [Fact]
    public void Definition_ReadAndWritten_IsTheSame()
    {
        var read = ApiJson.Deserialize<CustomResourceDefinition>(Encoding.UTF8.GetBytes(Definition));

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Definition), JsonNode.Parse(ApiJson.Serialize(read))), Encoding.UTF8.GetString(ApiJson.Serialize(read)));
    }

    [Theory]
    [InlineData("""{"apiVersion":"example.com/v1","kind":"Widget","metadata":{"name":"a","labels":{"b":"c"}},"spec":{"whole":1.0,"big":123456789012345678901234567890,"tiny":1e-400,"zero":-0.0,"none":null,"list":[1,[2.50]]},"status":"any"}""")]
    [InlineData("""{"kind":"Widget","data":[true,false,null,"\u0001",{}]}""")]
    [InlineData("{}")]
    public void CustomObject_ReadAndWritten_IsTheSameText(string json)
    {
        var read = ApiJson.Deserialize<CustomObject>(Encoding.UTF8.GetBytes(json));

        Assert.Equal(json, Encoding.UTF8.GetString(ApiJson.Serialize(read)));
        Assert.Equal(json, Encoding.UTF8.GetString(ApiJson.Serialize(read.Clone())));
        Assert.Equal(json, Encoding.UTF8.GetString(ApiJson.Serialize(CustomObject.FromJson(read.ToJson()))));
    }

    [Theory]
    [InlineData("""{"metadata":{"labels":{"a":1}}}""", "$.metadata.labels.a")]
    [InlineData("""{"metadata":[]}""", "$.metadata")]
    [InlineData("""{"apiVersion":1}""", "$")]
    [InlineData("[]", "$")]
    public void CustomObject_Misfit_SaysWhere(string json, string path) =>
        Assert.Equal(path, Assert.Throws<JsonException>(() => ApiJson.Deserialize<CustomObject>(Encoding.UTF8.GetBytes(json))).Path);

    [Fact]
    public void CustomObject_Clone_SharesNothing()
    {
        var original = ApiJson.Deserialize<CustomObject>("""{"spec":{"a":1}}"""u8);
        original.Clone().Fields["spec"]!["a"] = 2;

        Assert.Equal(1, original.Fields["spec"]!["a"]!.GetValue<long>());
    }

    [Fact]
    public void CustomObject_NestedTooDeep_IsRefused() => Assert.Throws<JsonException>(() =>
        ApiJson.Deserialize<CustomObject>(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", 300)) + "1" + new string('}', 300))));
}
