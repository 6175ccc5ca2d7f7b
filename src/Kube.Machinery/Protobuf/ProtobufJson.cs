using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Kube.Api;
using Kube.Machinery.Schema;

namespace Kube.Machinery.Protobuf;

/// <summary>
/// Bodies in Kubernetes' protobuf form to JSON. Go clients (kubectl from 1.31 on for some verbs) send built-in kinds this way:
/// four magic bytes, an envelope with apiVersion and kind, and the message. Answers may always be JSON, so nothing is written in this form.
/// </summary>
public static class ProtobufJson
{
    private const int MaxDepth = 64;
    private static ReadOnlySpan<byte> Magic => "k8s\0"u8;

    /// <summary>The body as JSON, with the apiVersion and kind it names. Throws <see cref="ProtobufException"/> for bytes that are no such body.</summary>
    /// <param name="body">The request's body.</param>
    /// <param name="type">The C# type of the object that is expected.</param>
    public static byte[] ToJson(ReadOnlySpan<byte> body, Type type)
    {
        if (!body.StartsWith(Magic))
        {
            throw new ProtobufException("the body does not begin as Kubernetes' protobuf form does");
        }

        var message = Open(body[Magic.Length..], out var apiVersion, out var kind);
        var obj = new JsonObject { ["apiVersion"] = apiVersion, ["kind"] = kind };
        ReadMessage(message, MessageLayout.For(TypeSchema.For(type)), obj, 0);
        return Encoding.UTF8.GetBytes(obj.ToJsonString());
    }

    private static ReadOnlySpan<byte> Open(ReadOnlySpan<byte> envelope, out string apiVersion, out string kind)
    {
        (apiVersion, kind) = ("", "");
        ReadOnlySpan<byte> message = default;
        var reader = new WireReader(envelope);
        while (reader.Next(out var number, out var type))
        {
            if (type != WireType.Bytes)
            {
                reader.Skip(type);
                continue;
            }

            var value = reader.Bytes();
            if (number == 1)
            {
                (apiVersion, kind) = TypeMeta(value);
            }
            else if (number == 2)
            {
                message = value;
            }
        }

        return message;
    }

    private static (string ApiVersion, string Kind) TypeMeta(ReadOnlySpan<byte> bytes)
    {
        var (apiVersion, kind) = ("", "");
        var reader = new WireReader(bytes);
        while (reader.Next(out var number, out var type))
        {
            switch (number)
            {
                case 1 when type == WireType.Bytes:
                    apiVersion = Text(reader.Bytes());
                    break;
                case 2 when type == WireType.Bytes:
                    kind = Text(reader.Bytes());
                    break;
                default:
                    reader.Skip(type);
                    break;
            }
        }

        return (apiVersion, kind);
    }

    private static void ReadMessage(ReadOnlySpan<byte> bytes, MessageLayout layout, JsonObject into, int depth)
    {
        if (depth > MaxDepth)
        {
            throw new ProtobufException($"the body is nested deeper than {MaxDepth} messages");
        }

        var reader = new WireReader(bytes);
        while (reader.Next(out var number, out var wire))
        {
            switch (layout.Find(number))
            {
                case { Inline: { } inline } when wire == WireType.Bytes:
                    ReadMessage(reader.Bytes(), inline, into, depth + 1);
                    break;
                case { Field: { } field } slot:
                    Store(into, field.Name, field.Type, slot.IsPointer, ReadField(ref reader, wire, field.Type, depth));
                    break;
                default:
                    reader.Skip(wire);
                    break;
            }
        }
    }

    private static JsonNode? ReadField(ref WireReader reader, WireType wire, TypeSchema type, int depth) => type.Kind switch
    {
        SchemaKind.List => ReadValue(ref reader, wire, type.Item!, depth),
        SchemaKind.Map => ReadEntry(reader.Bytes(), type.Item!, depth),
        _ => ReadValue(ref reader, wire, type, depth),
    };

    // A zero value that is no pointer's is an absent one; list items and map entries come one at a time.
    private static void Store(JsonObject into, string name, TypeSchema type, bool isPointer, JsonNode? value)
    {
        switch (type.Kind)
        {
            case SchemaKind.List:
                if (into[name] is not JsonArray list)
                {
                    into[name] = list = [];
                }

                list.Add(value);
                break;
            case SchemaKind.Map:
                if (into[name] is not JsonObject map)
                {
                    into[name] = map = [];
                }

                foreach (var (key, entry) in (JsonObject)value!)
                {
                    map[key] = entry?.DeepClone();
                }

                break;
            default:
                if (value is not null && (isPointer || !IsZero(value)))
                {
                    into[name] = value;
                }

                break;
        }
    }

    private static bool IsZero(JsonNode value) => value switch
    {
        JsonObject fields => fields.Count == 0,
        JsonValue scalar => scalar.GetValueKind() switch
        {
            JsonValueKind.String => scalar.GetValue<string>().Length == 0,
            JsonValueKind.Number => scalar.ToJsonString() == "0",
            JsonValueKind.False => true,
            _ => false,
        },
        _ => false,
    };

    private static JsonNode? ReadValue(ref WireReader reader, WireType wire, TypeSchema type, int depth) => (type.Kind, wire) switch
    {
        (SchemaKind.Boolean, WireType.Varint) => reader.Varint() != 0,
        (SchemaKind.Int32, WireType.Varint) => (int)reader.Varint(),
        (SchemaKind.Int64, WireType.Varint) => (long)reader.Varint(),
        (SchemaKind.Number, WireType.Fixed64) => reader.Double(),
        (_, WireType.Bytes) => ReadBytes(reader.Bytes(), type, depth),
        _ => throw new ProtobufException($"a {type} is not laid out as it should be"),
    };

    private static JsonNode? ReadBytes(ReadOnlySpan<byte> bytes, TypeSchema type, int depth)
    {
        switch (type.Kind)
        {
            case SchemaKind.String:
                return Text(bytes);
            case SchemaKind.Bytes:
                return Convert.ToBase64String(bytes);
            case SchemaKind.Time:
                return Time(bytes);
            case SchemaKind.Quantity:
                return Text(Inner(bytes, 1));
            case SchemaKind.IntOrString:
                return IntOrString(bytes);
            case SchemaKind.Any:
                return Json(Inner(bytes, 1));
            case SchemaKind.Object:
                var obj = new JsonObject();
                ReadMessage(bytes, MessageLayout.For(type), obj, depth + 1);
                return obj;
            case SchemaKind.OneOf:
                return OneOf(bytes, type, depth);
            default:
                throw new ProtobufException($"a {type} is not laid out as it should be");
        }
    }

    // A flag may stand beside the form that says more.
    private static JsonNode? OneOf(ReadOnlySpan<byte> bytes, TypeSchema type, int depth)
    {
        var forms = new JsonObject();
        ReadMessage(bytes, MessageLayout.For(type), forms, depth + 1);
        return forms.Select(f => f.Value).OrderBy(v => v is JsonObject or JsonArray ? 0 : 1).FirstOrDefault()?.DeepClone();
    }

    private static JsonObject ReadEntry(ReadOnlySpan<byte> bytes, TypeSchema valueType, int depth)
    {
        var key = "";
        JsonNode? value = valueType.Kind is SchemaKind.String or SchemaKind.Bytes ? "" : null;
        var reader = new WireReader(bytes);
        while (reader.Next(out var number, out var wire))
        {
            switch (number)
            {
                case 1 when wire == WireType.Bytes:
                    key = Text(reader.Bytes());
                    break;
                case 2:
                    value = ReadValue(ref reader, wire, valueType, depth + 1);
                    break;
                default:
                    reader.Skip(wire);
                    break;
            }
        }

        return new JsonObject { [key] = value };
    }

    private static JsonNode? Time(ReadOnlySpan<byte> bytes)
    {
        var (seconds, nanos) = (0L, 0L);
        var reader = new WireReader(bytes);
        while (reader.Next(out var number, out var wire))
        {
            var value = wire == WireType.Varint ? (long)reader.Varint() : throw new ProtobufException("a time is not laid out as it should be");
            (seconds, nanos) = number == 1 ? (value, nanos) : (seconds, value);
        }

        // An absent time is an empty message.
        return bytes.IsEmpty || seconds is < -62135596800 or > 253402300799 ? null
            : DateTime.UnixEpoch.AddSeconds(seconds).AddTicks(nanos / 100).ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);
    }

    private static JsonNode IntOrString(ReadOnlySpan<byte> bytes)
    {
        var (isString, number, text) = (false, 0, "");
        var reader = new WireReader(bytes);
        while (reader.Next(out var field, out var wire))
        {
            switch (field)
            {
                case 1 when wire == WireType.Varint:
                    isString = reader.Varint() == 1;
                    break;
                case 2 when wire == WireType.Varint:
                    number = (int)reader.Varint();
                    break;
                case 3 when wire == WireType.Bytes:
                    text = Text(reader.Bytes());
                    break;
                default:
                    reader.Skip(wire);
                    break;
            }
        }

        return isString ? JsonValue.Create(text) : JsonValue.Create(number);
    }

    private static ReadOnlySpan<byte> Inner(ReadOnlySpan<byte> bytes, int wanted)
    {
        var reader = new WireReader(bytes);
        while (reader.Next(out var number, out var wire))
        {
            if (number == wanted && wire == WireType.Bytes)
            {
                return reader.Bytes();
            }

            reader.Skip(wire);
        }

        return default;
    }

    private static JsonNode? Json(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return bytes.IsEmpty ? null : JsonNode.Parse(bytes);
        }
        catch (JsonException error)
        {
            throw new ProtobufException($"a raw value in the body is not JSON: {error.Message}");
        }
    }

    private static string Text(ReadOnlySpan<byte> bytes) => Utf8.IsValid(bytes)
        ? Encoding.UTF8.GetString(bytes)
        : throw new ProtobufException("a string in the body is not valid UTF-8");
}
