using System.Text.Json.Nodes;
using Google.Protobuf;
using Kube.Api;
using Kube.Api.Protobuf;
using Kube.ApiServer.Errors;
using Kube.Machinery.Schema;

namespace Kube.ApiServer.Codec.Protobuf;

/// <summary>
/// Reads bodies of type <c>application/vnd.kubernetes.protobuf</c>, which kubectl's typed commands send whatever the server says it likes:
/// four magic bytes, an envelope with apiVersion and kind, and the object. The object becomes JSON, so that there is one way on from here.
/// </summary>
internal static class ProtobufBody
{
    public const string ContentType = "application/vnd.kubernetes.protobuf";
    private static ReadOnlySpan<byte> Magic => "k8s\0"u8;

    /// <summary>The object as JSON.</summary>
    public static byte[] ToJson(byte[] body, Type type)
    {
        if (!body.AsSpan().StartsWith(Magic))
        {
            throw Failure.BadRequest("the body of the request is not in the Kubernetes protobuf format: it does not begin with the expected prefix");
        }

        try
        {
            var (apiVersion, kind, raw) = ReadEnvelope(new CodedInputStream(body, Magic.Length, body.Length - Magic.Length));
            var schema = TypeSchema.For(type);
            var json = new JsonObject { ["apiVersion"] = apiVersion, ["kind"] = kind };
            ProtobufReader.ReadInto(json, raw, schema, ProtobufNumbers.Of(type) ?? throw Failure.UnsupportedMediaType(ContentType, MediaType.Json, MediaType.Yaml));
            return System.Text.Encoding.UTF8.GetBytes(json.ToJsonString(ApiJson.Options));
        }
        catch (Exception error) when (error is InvalidProtocolBufferException or FormatException or OverflowException or ArgumentException)
        {
            throw Failure.BadRequest($"the body of the request is not in the Kubernetes protobuf format: {error.Message}");
        }
    }

    private static (string ApiVersion, string Kind, ByteString Raw) ReadEnvelope(CodedInputStream input)
    {
        var (apiVersion, kind, raw) = ("", "", ByteString.Empty);
        while (input.ReadTag() is var tag and not 0)
        {
            switch (WireFormat.GetTagFieldNumber(tag))
            {
                case 1:
                    (apiVersion, kind) = ReadTypeMeta(input.ReadBytes().CreateCodedInput());
                    break;
                case 2:
                    raw = input.ReadBytes();
                    break;
                default:
                    input.SkipLastField();
                    break;
            }
        }

        return (apiVersion, kind, raw);
    }

    private static (string ApiVersion, string Kind) ReadTypeMeta(CodedInputStream input)
    {
        var (apiVersion, kind) = ("", "");
        while (input.ReadTag() is var tag and not 0)
        {
            switch (WireFormat.GetTagFieldNumber(tag))
            {
                case 1:
                    apiVersion = input.ReadString();
                    break;
                case 2:
                    kind = input.ReadString();
                    break;
                default:
                    input.SkipLastField();
                    break;
            }
        }

        return (apiVersion, kind);
    }
}
