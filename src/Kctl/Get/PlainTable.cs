using System.Text.Json.Nodes;
using Kctl.Api;

namespace Kctl.Get;

/// <summary>A table of names, for servers that make none.</summary>
internal static class PlainTable
{
    public static JsonObject Of(JsonObject answer)
    {
        IReadOnlyList<JsonObject> items = answer.At("items") is JsonArray ? answer.Objects("items") : [answer];
        return new JsonObject
        {
            ["columnDefinitions"] = new JsonArray(
                new JsonObject { ["name"] = "Name", ["format"] = "name" },
                new JsonObject { ["name"] = "Created At" }),
            ["rows"] = new JsonArray([.. items.Select(item => (JsonNode)new JsonObject
            {
                ["cells"] = new JsonArray(item.Name(), item.Text("metadata", "creationTimestamp")),
                ["object"] = item.DeepClone(),
            })]),
            ["metadata"] = answer.At("metadata")?.DeepClone(),
        };
    }
}
