using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Google.Protobuf;
using Kube.Api.Protobuf;
using Kube.Machinery.Schema;

namespace Kube.ApiServer.Codec.Protobuf;

/// <summary>Protobuf messages to JSON, driven by the schema and the field numbers of the wire types. Unknown fields are skipped.</summary>
internal static class ProtobufReader
{
    public static void ReadInto(JsonObject json, ByteString message, TypeSchema schema, IReadOnlyDictionary<int, ProtobufField> fields)
    {
        var input = message.CreateCodedInput();
        while (input.ReadTag() is var tag and not 0)
        {
            if (!fields.TryGetValue(WireFormat.GetTagFieldNumber(tag), out var field))
            {
                input.SkipLastField();
            }
            else if (field.Inlined)
            {
                ReadInto(json, input.ReadBytes(), schema, ProtobufNumbers.OfInlined(schema.Type, field.Name) ?? throw new FormatException($"unknown message {field.Name}"));
            }
            else if (schema.Find(field.Name) is { } known)
            {
                ReadField(json, input, tag, field, known);
            }
            else
            {
                input.SkipLastField();
            }
        }
    }

    private static void ReadField(JsonObject json, CodedInputStream input, uint tag, ProtobufField field, FieldSchema known)
    {
        var type = known.Type;
        switch (type.Kind)
        {
            case SchemaKind.List:
                ReadItems((JsonArray)(json[field.Name] ??= new JsonArray()), input, tag, type.Item!, known);
                break;
            case SchemaKind.Map:
                ReadEntry((JsonObject)(json[field.Name] ??= new JsonObject()), input.ReadBytes().CreateCodedInput(), type.Item!);
                break;
            default:
                if (Read(input, type, known) is { } value && (field.ZeroCounts || !IsZero(value)))
                {
                    json[field.Name] = value;
                }

                break;
        }
    }

    private static void ReadItems(JsonArray items, CodedInputStream input, uint tag, TypeSchema item, FieldSchema known)
    {
        var packed = WireFormat.GetTagWireType(tag) == WireFormat.WireType.LengthDelimited && item.Kind is SchemaKind.Int32 or SchemaKind.Int64 or SchemaKind.Boolean;
        if (!packed)
        {
            items.Add(Read(input, item, known));
            return;
        }

        var values = input.ReadBytes().CreateCodedInput();
        while (!values.IsAtEnd)
        {
            items.Add(Read(values, item, known));
        }
    }

    private static void ReadEntry(JsonObject map, CodedInputStream entry, TypeSchema item)
    {
        var (key, value) = ("", (JsonNode?)null);
        while (entry.ReadTag() is var tag and not 0)
        {
            switch (WireFormat.GetTagFieldNumber(tag))
            {
                case 1:
                    key = entry.ReadString();
                    break;
                case 2:
                    value = Read(entry, item, null);
                    break;
                default:
                    entry.SkipLastField();
                    break;
            }
        }

        map[key] = value ?? (item.Kind is SchemaKind.String or SchemaKind.Bytes ? "" : new JsonObject());
    }

    private static JsonNode? Read(CodedInputStream input, TypeSchema type, FieldSchema? known)
    {
        switch (type.Kind)
        {
            case SchemaKind.String:
                return input.ReadString();
            case SchemaKind.Int32 or SchemaKind.Int64:
                return input.ReadInt64();
            case SchemaKind.Boolean:
                return input.ReadBool();
            case SchemaKind.Number:
                return input.ReadDouble();
            case SchemaKind.Bytes:
                return Convert.ToBase64String(input.ReadBytes().Span);
            case SchemaKind.Quantity:
                return ReadSingle(input.ReadBytes().CreateCodedInput(), i => i.ReadString()) ?? "0";
            case SchemaKind.IntOrString:
                return ReadIntOrString(input.ReadBytes().CreateCodedInput());
            case SchemaKind.Time:
                return ReadTime(input.ReadBytes().CreateCodedInput(), known?.Property.IsDefined(typeof(JsonConverterAttribute), false) == true);
            case SchemaKind.Any:
                return ReadSingle(input.ReadBytes().CreateCodedInput(), i => i.ReadBytes().ToStringUtf8()) is { Length: > 0 } text ? JsonNode.Parse(text) : null;
            default:
                var json = new JsonObject();
                ReadInto(json, input.ReadBytes(), type, ProtobufNumbers.Of(type.Type) ?? throw new FormatException($"unknown message {type}"));
                return json;
        }
    }

    /// <summary>The value of a message that has only field 1.</summary>
    private static string? ReadSingle(CodedInputStream input, Func<CodedInputStream, string> read)
    {
        string? value = null;
        while (input.ReadTag() is var tag and not 0)
        {
            if (WireFormat.GetTagFieldNumber(tag) == 1)
            {
                value = read(input);
            }
            else
            {
                input.SkipLastField();
            }
        }

        return value;
    }

    private static JsonNode? ReadIntOrString(CodedInputStream input)
    {
        var (isText, number, text) = (false, 0L, "");
        while (input.ReadTag() is var tag and not 0)
        {
            switch (WireFormat.GetTagFieldNumber(tag))
            {
                case 1:
                    isText = input.ReadInt64() == 1;
                    break;
                case 2:
                    number = input.ReadInt64();
                    break;
                case 3:
                    text = input.ReadString();
                    break;
                default:
                    input.SkipLastField();
                    break;
            }
        }

        return isText ? text : number;
    }

    /// <summary>Seconds and nanoseconds since 1970; an empty message is the zero time, which stands for absent.</summary>
    private static JsonNode? ReadTime(CodedInputStream input, bool micro)
    {
        (long Seconds, long Nanos)? time = null;
        while (input.ReadTag() is var tag and not 0)
        {
            var (seconds, nanos) = time ?? (0, 0);
            switch (WireFormat.GetTagFieldNumber(tag))
            {
                case 1:
                    time = (input.ReadInt64(), nanos);
                    break;
                case 2:
                    time = (seconds, input.ReadInt64());
                    break;
                default:
                    input.SkipLastField();
                    break;
            }
        }

        return time is { } at
            ? DateTime.UnixEpoch.AddSeconds(at.Seconds).AddTicks(at.Nanos / 100).ToString(micro ? "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'" : "yyyy-MM-dd'T'HH:mm:ss'Z'")
            : null;
    }

    private static bool IsZero(JsonNode value) => value switch
    {
        JsonObject { Count: 0 } => true,
        JsonValue scalar when scalar.TryGetValue(out string? text) => text.Length == 0,
        JsonValue scalar when scalar.TryGetValue(out long number) => number == 0,
        JsonValue scalar when scalar.TryGetValue(out bool flag) => !flag,
        _ => false,
    };
}
