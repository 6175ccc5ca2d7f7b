using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Kube.Api.Meta.V1;

namespace Kube.Api;

/// <summary>An object of a custom kind: its type and metadata as in every object, everything else as the JSON it came as, numbers to the last digit.</summary>
[JsonConverter(typeof(CustomObjectConverter))]
public sealed class CustomObject : IKubeObject
{
    /// <inheritdoc cref="IKubeObject.ApiVersion" />
    public string? ApiVersion { get; set; }

    /// <inheritdoc cref="IKubeObject.Kind" />
    public string? Kind { get; set; }

    /// <inheritdoc cref="IKubeObject.Metadata" />
    public ObjectMeta? Metadata { get; set; }

    /// <summary>The other fields, such as <c>spec</c> and <c>status</c>; never null and never holding the three above.</summary>
    public JsonObject Fields { get; private set; } = [];

    /// <summary>The whole object as a tree of its own.</summary>
    public JsonObject ToJson()
    {
        var reader = new Utf8JsonReader(ApiJson.Serialize(this), new JsonReaderOptions { MaxDepth = JsonNodes.MaximumDepth });
        reader.Read();
        return (JsonObject)JsonNodes.Read(ref reader)!;
    }

    /// <summary>The object of a tree, which it does not keep; throws <see cref="JsonException"/> for metadata that is none.</summary>
    public static CustomObject FromJson(JsonObject json) => ApiJson.Deserialize<CustomObject>(Encoding.UTF8.GetBytes(json.ToJsonString()));

    internal static CustomObject Of(string? apiVersion, string? kind, ObjectMeta? metadata, JsonObject fields) =>
        new() { ApiVersion = apiVersion, Kind = kind, Metadata = metadata, Fields = fields };
}

internal sealed class CustomObjectConverter : JsonConverter<CustomObject>
{
    private const string ApiVersion = "apiVersion";
    private const string Kind = "kind";
    private const string Metadata = "metadata";

    public override CustomObject Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("expected an object");
        }

        var (apiVersion, kind, metadata, fields) = ((string?)null, (string?)null, (ObjectMeta?)null, new JsonObject());
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = Name(ref reader);
            reader.Read();
            switch (name)
            {
                case ApiVersion:
                    apiVersion = Text(ref reader, name);
                    break;
                case Kind:
                    kind = Text(ref reader, name);
                    break;
                case Metadata:
                    metadata = Meta(ref reader, options);
                    break;
                default:
                    fields[name] = JsonNodes.Read(ref reader);
                    break;
            }
        }

        return CustomObject.Of(apiVersion, kind, metadata, fields);
    }

    public override void Write(Utf8JsonWriter writer, CustomObject value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        if (value.ApiVersion is not null)
        {
            writer.WriteString(ApiVersion, value.ApiVersion);
        }

        if (value.Kind is not null)
        {
            writer.WriteString(Kind, value.Kind);
        }

        if (value.Metadata is not null)
        {
            writer.WritePropertyName(Metadata);
            JsonSerializer.Serialize(writer, value.Metadata, ApiJson.TypeInfo<ObjectMeta>(options));
        }

        foreach (var (name, field) in value.Fields)
        {
            writer.WritePropertyName(name);
            if (field is null)
            {
                writer.WriteNullValue();
            }
            else
            {
                field.WriteTo(writer);
            }
        }

        writer.WriteEndObject();
    }

    private static string Name(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException($"a field name is not valid UTF-8 (byte {reader.TokenStartIndex})", e);
        }
    }

    private static string? Text(ref Utf8JsonReader reader, string field) => reader.TokenType switch
    {
        JsonTokenType.String => Name(ref reader),
        JsonTokenType.Null => null,
        _ => throw new JsonException($"{field}: expected a string"),
    };

    // The serializer begins its path anew below a converter; the path must tell the whole way.
    private static ObjectMeta? Meta(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        try
        {
            return JsonSerializer.Deserialize(ref reader, ApiJson.TypeInfo<ObjectMeta>(options));
        }
        catch (JsonException e) when (e.Path is not null)
        {
            throw new JsonException(e.Message, $"$.{Metadata}{e.Path.TrimStart('$')}", e.LineNumber, e.BytePositionInLine, e.InnerException);
        }
    }
}
