using System.Globalization;
using System.Text;

namespace Kctl.Printing;

/// <summary>Rows in columns, spaced as kubectl spaces them: three blanks between columns unless told otherwise, none after the last. Widths only grow, so that watched rows stay in line.</summary>
internal sealed class TextTable(TextWriter output, int gap = 3, int narrowest = TextTable.NarrowestColumn, bool colours = false)
{
    private const int NarrowestColumn = 6;

    private readonly List<int> _widths = [];

    /// <summary>Writes a block of rows.</summary>
    public void Write(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Count - 1; i++)
            {
                var width = Math.Max(narrowest, Width(row[i]) + gap);
                if (i == _widths.Count)
                {
                    _widths.Add(width);
                }

                _widths[i] = Math.Max(_widths[i], width);
            }
        }

        var line = new StringBuilder();
        foreach (var row in rows)
        {
            line.Clear();
            for (var i = 0; i < row.Count; i++)
            {
                line.Append(colours ? StateColours.Paint(row[i]) : row[i]);
                if (i < row.Count - 1)
                {
                    line.Append(' ', Math.Max(1, _widths[i] - Width(row[i])));
                }
            }

            output.WriteLine(line.ToString());
        }
    }

    /// <summary>What a cell shows: escapes and further lines would break the table.</summary>
    public static string Clean(string cell)
    {
        var end = cell.AsSpan().IndexOfAny('\n', '\r', '\f');
        var text = end < 0 ? cell : cell[..end] + "...";
        return text.Any(char.IsControl) ? string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)) : text;
    }

    private static int Width(string text) => text.All(char.IsAscii) ? text.Length : new StringInfo(text).LengthInTextElements;
}
