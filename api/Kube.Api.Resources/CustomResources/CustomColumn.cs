using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kube.Api.ApiExtensions.V1;
using Kube.Api.Meta.V1;
using Kube.Machinery.JsonPath;

namespace Kube.Api.Resources.CustomResources;

/// <summary>A printed column of a custom kind: what a JSONPath finds, as the type of the column shows it.</summary>
internal sealed class CustomColumn
{
    private static readonly CustomColumn s_age = new(
        new() { Name = "Age", Type = "date", Description = "Time since the object was created.", JsonPath = ".metadata.creationTimestamp" });

    private readonly JsonPathTemplate? _path;

    private CustomColumn(CustomResourceColumnDefinition declared)
    {
        _path = Parse(declared.JsonPath ?? "");
        Definition = new TableColumnDefinition
        {
            Name = declared.Name,
            Type = declared.Type,
            Format = declared.Format ?? "",
            Description = string.IsNullOrEmpty(declared.Description) ? $"Custom resource definition column (in JSONPath format): {declared.JsonPath}" : declared.Description,
            Priority = declared.Priority ?? 0,
        };
    }

    /// <summary>The heading.</summary>
    public TableColumnDefinition Definition { get; }

    /// <summary>The declared columns; the age where none are declared.</summary>
    public static IReadOnlyList<CustomColumn> Of(IReadOnlyList<CustomResourceColumnDefinition>? declared) =>
        declared is { Count: > 0 } ? [.. declared.Select(d => new CustomColumn(d))] : [s_age];

    /// <summary>The cell of an object; null when there is nothing to show.</summary>
    public object? Cell(JsonObject obj, DateTime now)
    {
        JsonNode? value;
        try
        {
            value = _path?.Select(obj) is [{ Count: > 0 } found, ..] ? found[0] : null;
        }
        catch (JsonPathException)
        {
            // An index beyond the end of a list, for one: nothing is there.
            return null;
        }

        return value is null ? null : Definition.Type switch
        {
            "string" => JsonPathTemplate.Print(value),
            "integer" => Number(value) is { } number ? (long)number : null,
            "number" => Number(value),
            "boolean" => value.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? value.GetValue<bool>() : null,
            "date" => value.GetValueKind() == JsonValueKind.String ? Age(value.GetValue<string>(), now) : null,
            _ => null,
        };
    }

    private static JsonPathTemplate? Parse(string path)
    {
        try
        {
            return JsonPathTemplate.Parse($"{{{path}}}");
        }
        catch (JsonPathException)
        {
            return null;
        }
    }

    private static double? Number(JsonNode value) => value.GetValueKind() == JsonValueKind.Number
        && double.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    private static string Age(string text, DateTime now) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var time) ? Ages.Since(time, now) : "<invalid>";
}
