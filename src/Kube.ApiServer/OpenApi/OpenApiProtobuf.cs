using System.Text.Json.Nodes;
using Google.Protobuf;

namespace Kube.ApiServer.OpenApi;

/// <summary>
/// An OpenAPI v2 document as the protobuf message that kubectl before 1.28 asks for (its field numbers are those of the published openapi.v2 schema).
/// Holds what clients read from it: definitions, and of the paths the PATCH operations with their query parameters.
/// </summary>
internal static class OpenApiProtobuf
{
    private const string Extension = "x-kubernetes-";

    public static byte[] Write(JsonObject document) => Message(m =>
    {
        m.Text(1, document["swagger"]);
        m.Nested(2, info =>
        {
            info.Text(1, document["info"]!["title"]);
            info.Text(2, document["info"]!["version"]);
        });
        m.Nested(8, paths =>
        {
            foreach (var (path, item) in document["paths"]!.AsObject().Where(p => p.Value!["patch"] is not null))
            {
                paths.Nested(2, named =>
                {
                    named.Text(1, path);
                    named.Nested(2, value => value.Nested(7, operation => WriteOperation(operation, item!["patch"]!.AsObject())));
                });
            }
        });
        m.Nested(9, definitions => WriteSchemas(definitions, document["definitions"]!.AsObject()));
    });

    private static void WriteOperation(Writer operation, JsonObject json)
    {
        operation.Text(3, json["description"]);
        operation.Text(5, json["operationId"]);
        foreach (var parameter in json["parameters"]!.AsArray().Where(p => (string?)p!["in"] == "query"))
        {
            operation.Nested(8, item => item.Nested(1, p => p.Nested(2, nonBody => nonBody.Nested(3, query =>
            {
                query.Text(2, "query");
                query.Text(3, parameter!["description"]);
                query.Text(4, parameter!["name"]);
                query.Text(6, parameter!["type"]);
            }))));
        }

        operation.Nested(9, _ => { });
        WriteExtensions(operation, json, 13);
    }

    private static void WriteSchemas(Writer writer, JsonObject schemas)
    {
        foreach (var (name, schema) in schemas)
        {
            writer.Nested(1, named =>
            {
                named.Text(1, name);
                named.Nested(2, value => WriteSchema(value, schema!.AsObject()));
            });
        }
    }

    private static void WriteSchema(Writer writer, JsonObject schema)
    {
        writer.Text(1, schema["$ref"]);
        writer.Text(2, schema["format"]);
        writer.Text(4, schema["description"]);
        foreach (var required in schema["required"]?.AsArray() ?? [])
        {
            writer.Text(19, required);
        }

        if (schema["additionalProperties"] is JsonObject values)
        {
            writer.Nested(21, item => item.Nested(1, value => WriteSchema(value, values)));
        }

        if (schema["type"] is { } type)
        {
            writer.Nested(22, item => item.Text(1, type));
        }

        if (schema["items"] is JsonObject items)
        {
            writer.Nested(23, item => item.Nested(1, value => WriteSchema(value, items)));
        }

        if (schema["properties"] is JsonObject properties)
        {
            writer.Nested(25, item => WriteSchemas(item, properties));
        }

        WriteExtensions(writer, schema, 31);
    }

    private static void WriteExtensions(Writer writer, JsonObject json, int number)
    {
        foreach (var (name, value) in json.Where(p => p.Key.StartsWith(Extension, StringComparison.Ordinal)))
        {
            writer.Nested(number, any =>
            {
                any.Text(1, name);

                // JSON is YAML.
                any.Nested(2, yaml => yaml.Text(2, value!.ToJsonString()));
            });
        }
    }

    private static byte[] Message(Action<Writer> write)
    {
        using var buffer = new MemoryStream();
        using (var output = new CodedOutputStream(buffer, leaveOpen: true))
        {
            write(new Writer(output));
        }

        return buffer.ToArray();
    }

    private sealed class Writer(CodedOutputStream output)
    {
        public void Text(int number, JsonNode? value) => Text(number, (string?)value);

        public void Text(int number, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                output.WriteTag(number, WireFormat.WireType.LengthDelimited);
                output.WriteString(value);
            }
        }

        public void Nested(int number, Action<Writer> write)
        {
            output.WriteTag(number, WireFormat.WireType.LengthDelimited);
            output.WriteBytes(ByteString.CopyFrom(Message(write)));
        }
    }
}
