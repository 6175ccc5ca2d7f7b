using System.Text.Json.Nodes;
using Kctl.App;
using Kube.Machinery.JsonPath;

namespace Kctl.Printing;

/// <summary>One column of <c>custom-columns=HEADER:PATH,...</c></summary>
internal sealed record CustomColumn(string Header, JsonPathTemplate Path)
{
    public static IReadOnlyList<CustomColumn> Parse(string text) => [.. text.Split(',').Select(part =>
    {
        var colon = part.IndexOf(':');
        return colon > 0
            ? new CustomColumn(part[..colon], PathOf(part[(colon + 1)..]))
            : throw new CommandException($"unexpected custom-columns spec: {part}, expected <header>:<json-path-expr>");
    })];

    /// <summary>A file with a line of headers and a line of paths.</summary>
    public static IReadOnlyList<CustomColumn> ParseFile(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToList();
        return lines.Count >= 2 && lines[0].Length == lines[1].Length
            ? [.. lines[0].Zip(lines[1], (header, path) => new CustomColumn(header, PathOf(path)))]
            : throw new CommandException("a custom-columns file has a line of headers and a line of as many paths");
    }

    /// <summary>The cell of an object.</summary>
    public string Cell(JsonNode obj)
    {
        var values = Path.Select(obj).SelectMany(v => v).Select(v => v is null ? "<nil>" : JsonPathTemplate.Print(v)).ToList();
        return values.Count == 0 ? "<none>" : TextTable.Clean(string.Join(",", values));
    }

    private static JsonPathTemplate PathOf(string text)
    {
        try
        {
            return JsonPathTemplate.ParseRelaxed(text);
        }
        catch (JsonPathException e)
        {
            throw new CommandException($"custom-columns: {text}: {e.Message}", e);
        }
    }
}
