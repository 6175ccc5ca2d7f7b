using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kube.Machinery.Patch;

/// <summary>The words that steer a strategic merge patch.</summary>
internal static class Directive
{
    public const string Marker = "$patch";
    public const string Replace = "replace";
    public const string Delete = "delete";
    public const string Merge = "merge";
    public const string RetainKeys = "$retainKeys";
    public const string SetElementOrder = "$setElementOrder/";
    public const string DeleteFromList = "$deleteFromPrimitiveList/";

    /// <summary>The directive of an object, null when it has none.</summary>
    public static string? Of(JsonNode? node) => node is JsonObject obj && obj.TryGetPropertyValue(Marker, out var marker)
        ? marker is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : marker?.ToJsonString() ?? "null"
        : null;

    /// <summary>True for the item of a list that asks for its own deletion.</summary>
    public static bool IsDeletion(JsonNode? item) => Of(item) == Delete;

    public static PatchException Unknown(string directive, JsonNode where) =>
        new(PatchFailure.BadPatch, $"unknown patch type: {directive} in map: {where.ToJsonString()}");

    /// <summary>A value that is taken over as it is, without directives and without nulls. Changes its argument.</summary>
    public static JsonNode? Strip(JsonNode? value)
    {
        switch (value)
        {
            case JsonObject obj:
                foreach (var (name, inner) in obj.ToList())
                {
                    if (inner is null || name is Marker or RetainKeys || name.StartsWith(SetElementOrder, StringComparison.Ordinal) || name.StartsWith(DeleteFromList, StringComparison.Ordinal))
                    {
                        obj.Remove(name);
                    }
                    else if (IsDeletion(inner))
                    {
                        obj.Remove(name);
                    }
                    else
                    {
                        Strip(inner);
                    }
                }

                break;
            case JsonArray array:
                for (var i = array.Count - 1; i >= 0; i--)
                {
                    if (IsDeletion(array[i]) || (Of(array[i]) == Replace && array[i]!.AsObject().Count == 1))
                    {
                        array.RemoveAt(i);
                    }
                    else
                    {
                        Strip(array[i]);
                    }
                }

                break;
            default:
                break;
        }

        return value;
    }
}
