using System.Text;
using System.Text.Json;
using Kube.Api;
using Kube.Api.Apps.V1;
using Kube.Api.Core.V1;
using Kube.Machinery.Schema;

namespace Kube.Machinery.Tests.Schema;

public sealed class SchemaTests
{
    private static readonly TypeSchema s_deployment = TypeSchema.For(typeof(Deployment));

    [Fact]
    public void For_Pod_KnowsWireFacts()
    {
        var spec = TypeSchema.For(typeof(Pod)).Find("spec")!.Type;
        Assert.Equal("name", spec.Find("containers")!.MergeKey);
        Assert.True(spec.Find("containers")!.Required);
        Assert.True(spec.Find("volumes")!.RetainKeys);
        var ports = spec.Find("containers")!.Type.Item!.Find("ports")!;
        Assert.Equal(["containerPort", "protocol"], ports.ListKeys);
        Assert.Equal("containerPort", ports.MergeKey);
        Assert.NotNull(ports.Type.Item!.Find("containerPort"));
        Assert.Equal("TCP", ports.Type.Item!.Find("protocol")!.Default);
        Assert.Equal(SchemaKind.Quantity, TypeSchema.For(typeof(ResourceRequirements)).Find("limits")!.Type.Item!.Kind);
        Assert.Null(spec.Find("Containers"));
    }

    [Theory]
    [InlineData("""{"spec":{"foo":1}}""", "unknown field \"spec.foo\"")]
    [InlineData("""{"spec":{"replicas":1,"replicas":2}}""", "duplicate field \"spec.replicas\"")]
    [InlineData("""{"spec":{"template":{"spec":{"containers":[{"name":"a"},{"nam":"b"}]}}}}""", "unknown field \"spec.template.spec.containers[1].nam\"")]
    [InlineData("""{"metadata":{"labels":{"a":"1","a":"2"}}}""", "duplicate field \"metadata.labels.a\"")]
    [InlineData("""{"Kind":"x","foo":{"bar":1,"bar":2}}""", "unknown field \"Kind\"|unknown field \"foo\"|duplicate field \"foo.bar\"")]
    [InlineData("""{"metadata":{"annotations":{"x":"y"}},"spec":{"selector":{"matchLabels":{"free":"key"}}}}""", "")]
    public void Find_Body_ListsUnknownAndDuplicateFields(string json, string expected) =>
        Assert.Equal(expected, string.Join('|', FieldScan.Find(Encoding.UTF8.GetBytes(json), s_deployment)));

    [Theory]
    [InlineData("{\n  \"spec\": {\n    \"replicas\": \"three\"}}", "spec.replicas: expected integer, found string (line 3, column 24)")]
    [InlineData("{\"spec\":{\"replicas\":99999999999}}", "spec.replicas: the number is not a 32-bit integer (line 1, column 32)")]
    [InlineData("{\"spec\":{\"template\":{\"spec\":{\"containers\":{}}}}}", "spec.template.spec.containers: expected array, found object (line 1, column 44)")]
    [InlineData("{\"spec\":[]}", "spec: expected object, found array (line 1, column 10)")]
    [InlineData("{\"metadata\":{\"labels\":{\"a\":1}}}", "metadata.labels.a: expected string, found number (line 1, column 29)")]
    [InlineData("{\"metadata\":{\"creationTimestamp\":\"soon\"}}", "metadata.creationTimestamp: expected a time such as 2006-01-02T15:04:05Z (line 1, column 40)")]
    [InlineData("{\"spec\":", "invalid JSON: ")]
    public void Describe_WrongBody_SaysWhereAndWhat(string json, string expected)
    {
        var body = Encoding.UTF8.GetBytes(json);
        var error = Assert.ThrowsAny<JsonException>(() => ApiJson.Deserialize<Deployment>(body));
        var text = DecodeError.Describe(error, s_deployment, body);
        Assert.True(text.StartsWith(expected, StringComparison.Ordinal), text);
    }
}
