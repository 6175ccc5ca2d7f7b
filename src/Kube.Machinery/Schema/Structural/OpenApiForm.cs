using System.Text.Json.Nodes;
using Kube.Api;
using Kube.Api.ApiExtensions.V1;
using Kube.Machinery.Json;

namespace Kube.Machinery.Schema.Structural;

/// <summary>Schemas as they are published to clients.</summary>
internal static class OpenApiForm
{
    private const string ObjectMeta = "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta";

    // OpenAPI 2 has no words for alternatives; clients of it take what they cannot check as allowed.
    private static readonly string[] s_unknownToV2 = ["anyOf", "allOf", "oneOf", "not", "nullable"];

    public static JsonObject Of(JSONSchemaProps schema, OpenApiVersion version)
    {
        var form = JsonTree.ParseObject(ApiJson.Serialize(schema));
        Clean(form, version);
        var properties = form["properties"] as JsonObject;
        if (properties is null)
        {
            form["properties"] = properties = [];
        }

        properties["apiVersion"] = Text("APIVersion defines the versioned schema of this representation of an object.");
        properties["kind"] = Text("Kind is the REST resource this object represents, in CamelCase.");
        properties["metadata"] = Metadata(version);
        return form;
    }

    private static JsonObject Text(string description) => new() { ["description"] = description, ["type"] = "string" };

    private static JsonObject Metadata(OpenApiVersion version)
    {
        const string Description = "Standard object metadata.";
        return version == OpenApiVersion.V2
            ? new JsonObject { ["description"] = Description, ["$ref"] = "#/definitions/" + ObjectMeta }
            : new JsonObject { ["description"] = Description, ["allOf"] = new JsonArray(new JsonObject { ["$ref"] = "#/components/schemas/" + ObjectMeta }) };
    }

    private static void Clean(JsonObject schema, OpenApiVersion version)
    {
        if (version == OpenApiVersion.V2)
        {
            ForV2(schema);
        }

        foreach (var field in new[] { "items", "additionalProperties", "not" })
        {
            Below(schema[field], version);
        }

        foreach (var (_, property) in schema["properties"] as JsonObject ?? [])
        {
            Below(property, version);
        }

        foreach (var field in new[] { "anyOf", "allOf", "oneOf" })
        {
            foreach (var nested in schema[field] as JsonArray ?? [])
            {
                Below(nested, version);
            }
        }
    }

    private static void Below(JsonNode? schema, OpenApiVersion version)
    {
        if (schema is not JsonObject inner)
        {
            return;
        }

        Clean(inner, version);
        if (inner["x-kubernetes-embedded-resource"] is not null && inner["properties"] is JsonObject properties && properties.ContainsKey("metadata"))
        {
            properties["metadata"] = Metadata(version);
        }
    }

    private static void ForV2(JsonObject schema)
    {
        // A value that may be null or of two types is of no type there.
        var isAny = schema["nullable"] is not null || schema["x-kubernetes-int-or-string"] is not null;
        foreach (var word in s_unknownToV2)
        {
            schema.Remove(word);
        }

        if (isAny)
        {
            schema.Remove("type");
        }

        // Clients refuse fields that are not among the declared ones.
        if (isAny || schema["x-kubernetes-preserve-unknown-fields"] is not null)
        {
            schema.Remove("items");
            schema.Remove("properties");
            schema.Remove("additionalProperties");
        }
    }
}
