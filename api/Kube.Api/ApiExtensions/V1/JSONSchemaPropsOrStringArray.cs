using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kube.Api.ApiExtensions.V1;

/// <summary>A schema, or names of fields.</summary>
[WireOneOf, JsonConverter(typeof(JSONSchemaPropsOrStringArrayConverter))]
public sealed class JSONSchemaPropsOrStringArray
{
    /// <summary>The schema that must hold.</summary>
    [ProtoField(1, IsPointer = true)]
    public JSONSchemaProps? Schema { get; set; }

    /// <summary>The fields that must be there.</summary>
    [ProtoField(2)]
    public List<string>? Property { get; set; }
}

internal sealed class JSONSchemaPropsOrStringArrayConverter : JsonConverter<JSONSchemaPropsOrStringArray>
{
    public override JSONSchemaPropsOrStringArray Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.StartObject => new() { Schema = JsonSerializer.Deserialize(ref reader, ApiJson.TypeInfo<JSONSchemaProps>(options)) },
        JsonTokenType.StartArray => new() { Property = JsonSerializer.Deserialize(ref reader, ApiJson.TypeInfo<List<string>>(options)) },
        _ => throw new JsonException("expected a JSON schema or a list of strings"),
    };

    public override void Write(Utf8JsonWriter writer, JSONSchemaPropsOrStringArray value, JsonSerializerOptions options)
    {
        if (value.Property is { Count: > 0 } all)
        {
            JsonSerializer.Serialize(writer, all, ApiJson.TypeInfo<List<string>>(options));
        }
        else
        {
            JsonSerializer.Serialize(writer, value.Schema ?? new JSONSchemaProps(), ApiJson.TypeInfo<JSONSchemaProps>(options));
        }
    }
}
