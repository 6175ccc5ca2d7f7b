using System.Text.Json.Nodes;
using Kube.Api.Resources;

namespace Kube.ApiServer.OpenApi;

/// <summary>How one version of OpenAPI writes parameters, bodies and answers.</summary>
internal sealed class OperationShape(bool version3, SchemaBuilder schemas)
{
    private const string StrategicMergePatch = "application/strategic-merge-patch+json";
    private static readonly string[] s_patchTypes = ["application/json-patch+json", "application/merge-patch+json", StrategicMergePatch, "application/apply-patch+yaml"];
    private static readonly string[] s_bodyTypes = ["application/json", "application/yaml"];

    public JsonObject Parameter(string name, string place, string type, string description)
    {
        var parameter = new JsonObject { ["name"] = name, ["in"] = place, ["description"] = description };
        if (place == "path")
        {
            parameter["required"] = true;
        }

        if (version3)
        {
            parameter["schema"] = new JsonObject { ["type"] = type, ["uniqueItems"] = true };
        }
        else
        {
            parameter["type"] = type;
            parameter["uniqueItems"] = true;
        }

        return parameter;
    }

    public void AddBody(JsonObject operation, string definition) => AddBody(operation, schemas.Ref(definition), s_bodyTypes);

    /// <summary>The body of a PATCH. Clients read here whether a kind takes a strategic merge patch, which needs a C# type.</summary>
    public void AddPatch(JsonObject operation, Resource resource) =>
        AddBody(operation, schemas.PatchRef(), resource.Form.Typed is null ? [.. s_patchTypes.Where(t => t != StrategicMergePatch)] : s_patchTypes);

    private void AddBody(JsonObject operation, JsonObject schema, string[] types)
    {
        if (version3)
        {
            operation["requestBody"] = new JsonObject { ["required"] = true, ["content"] = Content(types, schema) };
            return;
        }

        operation["consumes"] = new JsonArray([.. types.Select(t => (JsonNode?)t)]);
        operation["parameters"]!.AsArray().Add((JsonNode)new JsonObject { ["name"] = "body", ["in"] = "body", ["required"] = true, ["schema"] = schema });
    }

    public void AddAnswer(JsonObject operation, int code, string? definition)
    {
        var answer = new JsonObject { ["description"] = code == 201 ? "Created" : "OK" };
        if (version3)
        {
            answer["content"] = definition is null
                ? new JsonObject { ["text/plain"] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "string" } } }
                : Content(s_bodyTypes, schemas.Ref(definition));
        }
        else
        {
            operation["produces"] = definition is null ? new JsonArray("text/plain") : new JsonArray([.. s_bodyTypes.Select(t => (JsonNode?)t)]);
            answer["schema"] = definition is null ? new JsonObject { ["type"] = "string" } : schemas.Ref(definition);
        }

        operation["responses"] = new JsonObject
        {
            [code.ToString()] = answer,
            ["401"] = new JsonObject { ["description"] = "Unauthorized" },
        };
    }

    private static JsonObject Content(IEnumerable<string> types, JsonObject schema) =>
        new(types.Select(t => KeyValuePair.Create(t, (JsonNode?)new JsonObject { ["schema"] = schema.DeepClone() })));
}
