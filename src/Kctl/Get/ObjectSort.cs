using System.Text.Json;
using System.Text.Json.Nodes;
using Kctl.Api;
using Kctl.App;
using Kube.Api;
using Kube.Machinery.JsonPath;

namespace Kctl.Get;

/// <summary>Orders objects by a field: numbers and quantities by value, text by letter; those without the field come first.</summary>
internal static class ObjectSort
{
    public static List<JsonObject> Sort(IEnumerable<JsonObject> objects, string path)
    {
        var template = Parse(path);
        return [.. objects.OrderBy(o => Key(template, o), Comparer<JsonNode?>.Create(Compare))];
    }

    /// <summary>Orders the rows of a table that carries its objects.</summary>
    public static void SortRows(JsonObject table, string path)
    {
        var template = Parse(path);
        var rows = table.Objects("rows").OrderBy(r => Key(template, r.At("object")), Comparer<JsonNode?>.Create(Compare)).Select(r => r.DeepClone());
        table["rows"] = new JsonArray([.. rows]);
    }

    private static JsonPathTemplate Parse(string path)
    {
        try
        {
            return JsonPathTemplate.ParseRelaxed(path);
        }
        catch (JsonPathException e)
        {
            throw new CommandException($"--sort-by: {e.Message}", e);
        }
    }

    private static JsonNode? Key(JsonPathTemplate path, JsonNode? obj) => path.Select(obj).SelectMany(v => v).FirstOrDefault();

    private static int Compare(JsonNode? a, JsonNode? b)
    {
        if (a is null || b is null)
        {
            return (a is null ? 0 : 1) - (b is null ? 0 : 1);
        }

        var (left, right) = (JsonPathTemplate.Print(a), JsonPathTemplate.Print(b));
        return IsAmount(a, left, out var x) && IsAmount(b, right, out var y) ? x.CompareTo(y) : string.CompareOrdinal(left, right);
    }

    private static bool IsAmount(JsonNode node, string text, out Quantity amount)
    {
        amount = default;
        return (node.GetValueKind() == JsonValueKind.Number || (text.Length > 0 && char.IsAsciiDigit(text[0]))) && Quantity.TryParse(text, out amount);
    }
}
