using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kube.Api.ApiExtensions.V1;

/// <summary>A schema, or whether anything is allowed at all.</summary>
[WireOneOf, JsonConverter(typeof(JSONSchemaPropsOrBoolConverter))]
public sealed class JSONSchemaPropsOrBool
{
    /// <summary>Without a schema: whether anything is allowed. Always true beside a schema.</summary>
    [ProtoField(1, IsPointer = true)]
    public bool? Allows { get; set; }

    /// <summary>The schema.</summary>
    [ProtoField(2, IsPointer = true)]
    public JSONSchemaProps? Schema { get; set; }
}

internal sealed class JSONSchemaPropsOrBoolConverter : JsonConverter<JSONSchemaPropsOrBool>
{
    public override JSONSchemaPropsOrBool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.True => new() { Allows = true },
        JsonTokenType.False => new() { Allows = false },
        JsonTokenType.StartObject => new() { Allows = true, Schema = JsonSerializer.Deserialize(ref reader, ApiJson.TypeInfo<JSONSchemaProps>(options)) },
        _ => throw new JsonException("expected a boolean or a JSON schema"),
    };

    public override void Write(Utf8JsonWriter writer, JSONSchemaPropsOrBool value, JsonSerializerOptions options)
    {
        if (value.Schema is null)
        {
            writer.WriteBooleanValue(value.Allows ?? false);
        }
        else
        {
            JsonSerializer.Serialize(writer, value.Schema ?? new JSONSchemaProps(), ApiJson.TypeInfo<JSONSchemaProps>(options));
        }
    }
}
