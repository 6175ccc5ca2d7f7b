using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Kube.Machinery.Json;

namespace Kube.Machinery.Schema.Structural;

/// <summary>Values as error texts show them: strings in quotes, everything else as JSON without.</summary>
internal static class ShownJson
{
    // An object of megabytes in an error helps nobody.
    private const int Longest = 1000;

    public static object? Of(JsonNode? value) => value?.GetValueKind() switch
    {
        null => null,
        System.Text.Json.JsonValueKind.String => Cut(value.GetValue<string>()),
        _ => FormattableStringFactory.Create("{0}", Cut(SortedJson.Compact(value))),
    };

    public static object? Of(IEnumerable<string> values) => Of(new JsonArray([.. values.Select(v => (JsonNode?)v)]));

    private static string Cut(string text) => text.Length <= Longest ? text : text[..Longest] + "...";
}
