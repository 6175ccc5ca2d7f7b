using System.Text;
using System.Text.Json.Nodes;
using Kube.Api.ApiExtensions.V1;
using Kube.Api.Apps.V1;
using Kube.Api.Core.V1;
using Kube.Machinery.Protobuf;

namespace Kube.Machinery.Tests.Protobuf;

public sealed class ProtobufJsonTests
{
    [Fact]
    public void ToJson_Deployment_ReadsEveryShape()
    {
        var labels = Entry("app", "web");
        var container = Message(Field(1, "web"), Field(2, "kube.local/echo:1"),
            Field(8, Message(Field(1, EntryOf("cpu", Message(Field(1, "100m")))))),
            Field(6, Message(Field(1, ""), Field(2, 0), Field(3, 8080), Field(4, ""))));
        var template = Message(Field(1, Message(Field(11, labels), Field(8, []))), Field(2, Message(Field(2, container), Field(4, 0))));
        var strategy = Message(Field(1, "RollingUpdate"), Field(2, Message(Field(1, Message(Field(1, 1), Field(3, "25%"))), Field(2, Message(Field(1, 0), Field(2, 2))))));
        var spec = Message(Field(1, 0), Field(2, Message(Field(1, labels))), Field(3, template), Field(4, strategy), Field(5, 0));
        var metadata = Message(Field(1, "web"), Field(2, ""), Field(3, "default"), Field(8, Message(Field(1, 1_700_000_000))), Field(11, labels));
        var json = Parse<Deployment>(Body("apps/v1", "Deployment", Message(Field(1, metadata), Field(2, spec), Field(3, []))));

        Assert.Equal(
            """
            {"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"web","namespace":"default","creationTimestamp":"2023-11-14T22:13:20Z","labels":{"app":"web"}},"spec":{"replicas":0,"selector":{"matchLabels":{"app":"web"}},"template":{"metadata":{"labels":{"app":"web"}},"spec":{"containers":[{"name":"web","image":"kube.local/echo:1","resources":{"limits":{"cpu":"100m"}},"ports":[{"containerPort":8080}]}],"terminationGracePeriodSeconds":0}},"strategy":{"type":"RollingUpdate","rollingUpdate":{"maxUnavailable":"25%","maxSurge":2}}}}
            """,
            json.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Fact]
    public void ToJson_InlineMessage_IsPartOfItsOwner()
    {
        var volume = Message(Field(1, "conf"), Field(2, Message(Field(19, Message(Field(1, Message(Field(1, "settings"))))))));
        var json = Parse<Pod>(Body("v1", "Pod", Message(Field(2, Message(Field(1, volume))))));
        Assert.Equal("settings", (string?)json["spec"]!["volumes"]![0]!["configMap"]!["name"]);
    }

    [Fact]
    public void ToJson_ValuesOfSeveralForms_AreReadAsTheOneThatIsSet()
    {
        var text = Message(Field(5, "string"), Field(8, Message(Field(1, "{\"a\":1}"))));
        var schema = Message(Field(5, "object"), Field(29, EntryOf("list", Message(Field(5, "array"), Field(24, Message(Field(1, text)))))),
            Field(29, EntryOf("map", Message(Field(30, Message(Field(1, 1), Field(2, text)))))), Field(29, EntryOf("none", Message(Field(30, Message(Field(1, 0)))))));
        var version = Message(Field(1, "v1"), Field(4, Message(Field(1, schema))));
        var json = Parse<CustomResourceDefinition>(Body("apiextensions.k8s.io/v1", "CustomResourceDefinition", Message(Field(2, Message(Field(7, version))))));

        Assert.Equal(
            """{"type":"object","properties":{"list":{"type":"array","items":{"type":"string","default":{"a":1}}},"map":{"additionalProperties":{"type":"string","default":{"a":1}}},"none":{"additionalProperties":false}}}""",
            json["spec"]!["versions"]![0]!["schema"]!["openAPIV3Schema"]!.ToJsonString());
    }

    [Fact]
    public void ToJson_SecretData_IsBase64()
    {
        var json = Parse<Secret>(Body("v1", "Secret", Message(Field(2, Entry("k", "\u0001\u0002")))));
        Assert.Equal("AQI=", (string?)json["data"]!["k"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("6b3873")]
    [InlineData("6b387300ff")]
    [InlineData("6b3873000a05")]
    [InlineData("6b38730007")]
    [InlineData("6b38730080808080808080808080808080")]
    public void ToJson_Garbage_IsRefused(string hex) =>
        Assert.Throws<ProtobufException>(() => ProtobufJson.ToJson(Convert.FromHexString(hex), typeof(Pod)));

    [Fact]
    public void ToJson_RandomChanges_AreReadOrRefused()
    {
        var random = new Random(1);
        var good = Body("v1", "Pod", Message(Field(1, Message(Field(1, "p"))), Field(2, Message(Field(2, Message(Field(1, "c")))))));
        for (var i = 0; i < 20_000; i++)
        {
            var bytes = (byte[])good.Clone();
            for (var n = random.Next(1, 5); n > 0; n--)
            {
                bytes[random.Next(4, bytes.Length)] = (byte)random.Next(256);
            }

            try
            {
                ProtobufJson.ToJson(bytes, typeof(Pod));
            }
            catch (ProtobufException)
            {
                // The only way to refuse.
            }
        }
    }

    private static JsonObject Parse<T>(byte[] body) => (JsonObject)JsonNode.Parse(ProtobufJson.ToJson(body, typeof(T)))!;

    private static byte[] Body(string apiVersion, string kind, byte[] message) =>
        [.. "k8s\0"u8, .. Message(Field(1, Message(Field(1, apiVersion), Field(2, kind))), Field(2, message))];

    private static byte[] Message(params byte[][] fields) => [.. fields.SelectMany(f => f)];

    private static byte[] Entry(string key, string value) => Message(Field(1, key), Field(2, value));

    private static byte[] EntryOf(string key, byte[] value) => Message(Field(1, key), Field(2, value));

    private static byte[] Field(int number, string text) => Field(number, Encoding.UTF8.GetBytes(text));

    private static byte[] Field(int number, byte[] bytes) => [.. Varint((ulong)((number << 3) | 2)), .. Varint((ulong)bytes.Length), .. bytes];

    private static byte[] Field(int number, long value) => [.. Varint((ulong)(number << 3)), .. Varint((ulong)value)];

    private static IEnumerable<byte> Varint(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            yield return (byte)(value | 0x80);
        }

        yield return (byte)value;
    }
}
