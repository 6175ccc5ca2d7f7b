using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kube.Api.ApiExtensions.V1;

/// <summary>A schema, or a list of schemas, one for each item.</summary>
[WireOneOf, JsonConverter(typeof(JSONSchemaPropsOrArrayConverter))]
public sealed class JSONSchemaPropsOrArray
{
    /// <summary>The schema of all items.</summary>
    [ProtoField(1, IsPointer = true)]
    public JSONSchemaProps? Schema { get; set; }

    /// <summary>The schemas of the first items; not allowed in a structural schema.</summary>
    [ProtoField(2)]
    public List<JSONSchemaProps>? JSONSchemas { get; set; }
}

internal sealed class JSONSchemaPropsOrArrayConverter : JsonConverter<JSONSchemaPropsOrArray>
{
    public override JSONSchemaPropsOrArray Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.StartObject => new() { Schema = JsonSerializer.Deserialize(ref reader, ApiJson.TypeInfo<JSONSchemaProps>(options)) },
        JsonTokenType.StartArray => new() { JSONSchemas = JsonSerializer.Deserialize(ref reader, ApiJson.TypeInfo<List<JSONSchemaProps>>(options)) },
        _ => throw new JsonException("expected a JSON schema or a list of them"),
    };

    public override void Write(Utf8JsonWriter writer, JSONSchemaPropsOrArray value, JsonSerializerOptions options)
    {
        if (value.JSONSchemas is { Count: > 0 } all)
        {
            JsonSerializer.Serialize(writer, all, ApiJson.TypeInfo<List<JSONSchemaProps>>(options));
        }
        else
        {
            JsonSerializer.Serialize(writer, value.Schema ?? new JSONSchemaProps(), ApiJson.TypeInfo<JSONSchemaProps>(options));
        }
    }
}
