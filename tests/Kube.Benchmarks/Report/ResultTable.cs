using System.Globalization;

namespace Kube.Benchmarks.Report;

/// <summary>The rows as a person reads them.</summary>
internal static class ResultTable
{
    private static readonly string[] s_heads = ["load", "seen", "floor", "ratio", "to reach", "", "floor is"];

    public static void Print(IReadOnlyList<Row> rows, TextWriter to)
    {
        List<string[]> lines = [s_heads, .. rows.Select(Cells)];
        var widths = Enumerable.Range(0, s_heads.Length).Select(c => lines.Max(l => l[c].Length)).ToArray();
        foreach (var line in lines)
        {
            to.WriteLine(string.Join("  ", line.Select((cell, c) => c is >= 1 and <= 4 ? cell.PadLeft(widths[c]) : cell.PadRight(widths[c]))).TrimEnd());
        }
    }

    private static string[] Cells(Row row) =>
    [
        row.Load,
        Row.Figure(row.Value, row.Unit),
        Row.Figure(row.Floor, row.Unit),
        row.Ratio.ToString("0.00", CultureInfo.InvariantCulture),
        row.Target is { } target ? (row.AtMost ? "<= " : ">= ") + target.ToString("0.00", CultureInfo.InvariantCulture) : "",
        row.Target is null ? "" : row.IsMet ? "met" : "MISSED",
        row.FloorName + (row.Note.Length == 0 ? "" : $" ({row.Note})"),
    ];
}
