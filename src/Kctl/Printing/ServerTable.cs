using System.Collections.ObjectModel;
using System.Text.Json.Nodes;
using Kctl.Api;

namespace Kctl.Printing;

/// <summary>How a server-side table is to be shown.</summary>
internal sealed record TableView
{
    public bool Wide { get; init; }

    public bool Headers { get; init; } = true;

    public bool Namespaces { get; init; }

    public bool Labels { get; init; }

    /// <summary>The kind before each name, also where there is one kind only.</summary>
    public bool Kinds { get; init; }

    /// <summary>Colours where a cell says that something is well or not.</summary>
    public bool Colours { get; init; }

    /// <summary>Put into a first column, as <c>ADDED</c>.</summary>
    public string? Event { get; init; }

    /// <summary>Labels that get a column of their own.</summary>
    public IReadOnlyList<string> LabelColumns { get; init; } = [];

    /// <summary>Put before each name, as <c>pod/</c>, where several kinds are shown.</summary>
    public string NamePrefix { get; init; } = "";
}

/// <summary>Turns a Table the server made into rows of text. Knows no kind: the columns are the server's.</summary>
internal static class ServerTable
{
    /// <summary>The header and the rows; the header only where the view wants one.</summary>
    public static List<IReadOnlyList<string>> Rows(JsonObject table, JsonNode? columnsFrom, TableView view, bool header)
    {
        var columns = (table.Objects("columnDefinitions") is { Count: > 0 } own ? own : columnsFrom.Objects("columnDefinitions")).ToList();
        var shown = columns.Select((c, i) => new Shown(c, i)).Where(c => view.Wide || (c.Column.Number("priority") ?? 0) == 0).ToList();
        var rows = new List<IReadOnlyList<string>>();
        if (header && view.Headers)
        {
            IEnumerable<string> names = shown.Select(c => (c.Column.Text("name") ?? "").ToUpperInvariant());
            rows.Add([.. view.Event is null ? Array.Empty<string>() : ["EVENT"], .. view.Namespaces ? ["NAMESPACE"] : Array.Empty<string>(), .. names, .. view.LabelColumns.Select(l => l[(l.LastIndexOf('/') + 1)..].ToUpperInvariant()), .. view.Labels ? ["LABELS"] : Array.Empty<string>()]);
        }

        foreach (var row in table.Objects("rows"))
        {
            var cells = row.At("cells") as JsonArray ?? [];
            var labels = view.Labels || view.LabelColumns.Count > 0 ? row.Map("object", "metadata", "labels") : ReadOnlyDictionary<string, string>.Empty;
            var texts = shown.Select(c => (IsName(c.Column) ? view.NamePrefix : "") + Cell(c.Index < cells.Count ? cells[c.Index] : null));
            rows.Add([
                .. view.Event is { } change ? [change] : Array.Empty<string>(),
                .. view.Namespaces ? [row.At("object").Namespace() ?? ""] : Array.Empty<string>(),
                .. texts,
                .. view.LabelColumns.Select(l => labels.GetValueOrDefault(l, "")),
                .. view.Labels ? [labels.Count == 0 ? "<none>" : string.Join(",", labels.Select(l => $"{l.Key}={l.Value}"))] : Array.Empty<string>()]);
        }

        return rows;
    }

    private static bool IsName(JsonNode column) => column.Text("format") == "name" || column.Text("name") == "Name";

    private static string Cell(JsonNode? cell) => cell is null ? "<none>" : TextTable.Clean(cell.Text() ?? cell.ToJsonString());

    private sealed record Shown(JsonObject Column, int Index);
}
