namespace Kctl.Describe;

/// <summary>Writes indented fields with their values in line, and small tables.</summary>
internal sealed class DescribeWriter(TextWriter output)
{
    private readonly List<(int Level, string Name, string? Value)> _fields = [];

    /// <summary>A field; fields that follow each other on one level are lined up. A null value is shown as none.</summary>
    public void Field(int level, string name, string? value) => _fields.Add((level, name + ":", string.IsNullOrEmpty(value) ? "<none>" : value));

    /// <summary>A field that is left out where there is nothing to say.</summary>
    public void Optional(int level, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            Field(level, name, value);
        }
    }

    /// <summary>A field with an entry per line: labels, annotations.</summary>
    public void Map(int level, string name, IEnumerable<KeyValuePair<string, string>> entries, string separator = "=")
    {
        var first = true;
        foreach (var (key, value) in entries)
        {
            _fields.Add((level, first ? name + ":" : "", key + separator + value.ReplaceLineEndings(" ")));
            first = false;
        }

        if (first)
        {
            Field(level, name, null);
        }
    }

    /// <summary>A line of its own, such as a heading.</summary>
    public void Line(int level, string text)
    {
        Flush();
        output.WriteLine(new string(' ', level * 2) + text);
    }

    /// <summary>A table; a line of dashes goes below the header.</summary>
    public void Table(int level, IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows)
    {
        Flush();
        List<IReadOnlyList<string>> all = [header, [.. header.Select(h => new string('-', h.Length))], .. rows];
        var widths = Enumerable.Range(0, header.Count).Select(i => all.Max(r => r[i].Length)).ToList();
        foreach (var row in all)
        {
            output.WriteLine((new string(' ', level * 2) + string.Join("  ", row.Select((cell, i) => cell.PadRight(widths[i])))).TrimEnd());
        }
    }

    /// <summary>Writes what is held back to line it up.</summary>
    public void Flush()
    {
        var widths = _fields.GroupBy(f => f.Level).ToDictionary(g => g.Key, g => g.Max(f => f.Name.Length));
        foreach (var (level, name, value) in _fields)
        {
            output.WriteLine($"{new string(' ', level * 2)}{name.PadRight(widths[level] + 2)}{value}".TrimEnd());
        }

        _fields.Clear();
    }
}
