using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;

namespace Kctl.Get;

/// <summary>A table of names and ages, for servers that make none and for whoever wants no other.</summary>
internal static class PlainTable
{
    public static JsonObject Of(JsonObject answer, DateTimeOffset now)
    {
        IReadOnlyList<JsonObject> items = answer.At("items") is JsonArray ? answer.Objects("items") : [answer];
        return new JsonObject
        {
            ["columnDefinitions"] = new JsonArray(
                new JsonObject { ["name"] = "Name", ["format"] = "name" },
                new JsonObject { ["name"] = "Age" }),
            ["rows"] = new JsonArray([.. items.Select(item => (JsonNode)new JsonObject
            {
                ["cells"] = new JsonArray(item.Name(), item.Time("metadata", "creationTimestamp") is { } born ? Durations.Age(now - born) : "<unknown>"),
                ["object"] = item.DeepClone(),
            })]),
            ["metadata"] = answer.At("metadata")?.DeepClone(),
        };
    }
}
