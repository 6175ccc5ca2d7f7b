using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kctl.Api;

/// <summary>Reading fields of objects whose shape is not known: what is absent or of another type is null.</summary>
internal static class JsonFields
{
    /// <summary>The value at a path of names.</summary>
    public static JsonNode? At(this JsonNode? node, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            node = node is JsonObject obj && obj.TryGetPropertyValue(name, out var value) ? value : null;
        }

        return node;
    }

    /// <summary>A string, or a number or boolean as text.</summary>
    public static string? Text(this JsonNode? node, params ReadOnlySpan<string> path) => node.At(path) switch
    {
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        JsonValue value => value.ToJsonString(),
        _ => null,
    };

    /// <summary>A whole number.</summary>
    public static long? Number(this JsonNode? node, params ReadOnlySpan<string> path) =>
        node.At(path) is JsonValue value && value.GetValueKind() == JsonValueKind.Number
            ? value.TryGetValue<long>(out var number) ? number : value.TryGetValue<int>(out var small) ? small : null
            : null;

    /// <summary>True where the field is true.</summary>
    public static bool Flag(this JsonNode? node, params ReadOnlySpan<string> path) => node.At(path) is JsonValue value && value.GetValueKind() == JsonValueKind.True;

    /// <summary>The objects of a list.</summary>
    public static IReadOnlyList<JsonObject> Objects(this JsonNode? node, params ReadOnlySpan<string> path) => node.At(path) is JsonArray array ? [.. array.OfType<JsonObject>()] : [];

    /// <summary>The strings of a list.</summary>
    public static IReadOnlyList<string> Texts(this JsonNode? node, params ReadOnlySpan<string> path) =>
        node.At(path) is JsonArray array ? [.. array.Select(i => i.Text() ?? "")] : [];

    /// <summary>The entries of a map of strings, by key.</summary>
    public static IReadOnlyDictionary<string, string> Map(this JsonNode? node, params ReadOnlySpan<string> path) =>
        node.At(path) is JsonObject obj ? new SortedDictionary<string, string>(obj.ToDictionary(p => p.Key, p => p.Value.Text() ?? ""), StringComparer.Ordinal) : new SortedDictionary<string, string>();

    /// <summary>A time.</summary>
    public static DateTimeOffset? Time(this JsonNode? node, params ReadOnlySpan<string> path) =>
        DateTimeOffset.TryParse(node.Text(path), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    /// <summary>metadata.name.</summary>
    public static string Name(this JsonNode? node) => node.Text("metadata", "name") ?? "";

    /// <summary>metadata.namespace.</summary>
    public static string? Namespace(this JsonNode? node) => node.Text("metadata", "namespace");
}
