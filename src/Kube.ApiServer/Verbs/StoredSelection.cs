using System.Text.Json;
using Kube.Api;
using Kube.ApiServer.Codec;
using Kube.ApiServer.Routing;

namespace Kube.ApiServer.Verbs;

/// <summary>Selectors on bytes that are in no cache: objects of an old revision. Slower than the cache, and as seldom as old revisions are.</summary>
internal static class StoredSelection
{
    public static bool Matches(ApiRequest request, ListQuery query, ReadOnlyMemory<byte> utf8)
    {
        if (!query.Selects)
        {
            return true;
        }

        using var document = JsonDocument.Parse(utf8);
        return query.Labels.Matches(Labels(document.RootElement)) && query.Fields.Matches(path => Value(request, document.RootElement, path));
    }

    private static Dictionary<string, string>? Labels(JsonElement root) =>
        root.TryGetProperty("metadata", out var meta) && meta.TryGetProperty("labels", out var labels) && labels.ValueKind == JsonValueKind.Object
            ? labels.EnumerateObject().ToDictionary(l => l.Name, l => l.Value.GetString() ?? "")
            : null;

    private static string? Value(ApiRequest request, JsonElement element, string path)
    {
        foreach (var part in path.Split('.'))
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(part, out element))
            {
                return request.View.SelectableFields.FirstOrDefault(f => f.Path == path)?.Absent ?? "";
            }
        }

        return element.ValueKind == JsonValueKind.String ? element.GetString() : element.GetRawText();
    }
}
