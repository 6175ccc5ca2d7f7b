using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.CustomResources;

/// <summary>
/// What was wrong before a schema became stricter may stay wrong until it is changed: as in Kubernetes, an update is not refused for a value it
/// leaves as it was.
/// </summary>
internal static partial class Ratchet
{
    /// <summary>The findings that the update is to blame for.</summary>
    public static IEnumerable<FieldError> New(IEnumerable<FieldError> findings, JsonObject now, JsonObject before) => findings.Where(f => !IsUnchanged(f, now, before));

    private static bool IsUnchanged(FieldError finding, JsonObject now, JsonObject before)
    {
        var steps = Steps().Matches(finding.Field).Select(m => m.Groups[1].Success ? m.Groups[1].Value : m.Groups[2].Value).ToArray();

        // What is missing is missing in the value around it.
        var path = finding.Type == FieldErrorType.FieldValueRequired ? steps.AsSpan()[..Math.Max(0, steps.Length - 1)] : steps;
        return Find(now, path) is { } value && JsonNode.DeepEquals(value, Find(before, path));
    }

    private static JsonNode? Find(JsonNode? at, ReadOnlySpan<string> steps)
    {
        foreach (var step in steps)
        {
            at = at switch
            {
                JsonObject fields => fields[step],
                JsonArray items when int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < items.Count => items[index],
                _ => null,
            };
        }

        return at;
    }

    [GeneratedRegex(@"\[([^\]]*)\]|([^.\[\]]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Steps();
}
