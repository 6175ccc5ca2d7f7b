using System.Collections.Concurrent;

namespace Kube.Hosting;

/// <summary>A metric that counts values by range.</summary>
internal sealed class HistogramFamily(string name, string help, IReadOnlyList<double> bounds, IReadOnlyList<string> labels)
    : MetricFamily(name, help, "histogram", labels)
{
    private readonly ConcurrentDictionary<string, Cell> _cells = new(StringComparer.Ordinal);

    public void Observe(double value, ReadOnlySpan<string> labelValues) => Observe(value, CellOf(labelValues));

    public Cell CellOf(ReadOnlySpan<string> labelValues) => _cells.GetOrAdd(LabelText(labelValues), _ => new Cell(new long[bounds.Count + 1]));

    public void Observe(double value, Cell cell)
    {
        var range = 0;
        while (range < bounds.Count && value > bounds[range])
        {
            range++;
        }

        lock (cell)
        {
            cell.Counts[range]++;
            cell.Sum += value;
        }
    }

    protected override void WriteValues(TextWriter output)
    {
        foreach (var (labelText, cell) in _cells.OrderBy(cell => cell.Key, StringComparer.Ordinal))
        {
            lock (cell)
            {
                WriteCell(output, labelText, cell);
            }
        }
    }

    private void WriteCell(TextWriter output, string labelText, Cell cell)
    {
        var prefix = labelText.Length == 0 ? "" : labelText + ",";
        var total = 0L;
        for (var i = 0; i <= bounds.Count; i++)
        {
            total += cell.Counts[i];
            var bound = i < bounds.Count ? Number(bounds[i]) : "+Inf";
            output.Write($"{Name}_bucket{{{prefix}le=\"{bound}\"}} {total}\n");
        }

        var suffix = labelText.Length == 0 ? "" : $"{{{labelText}}}";
        output.Write($"{Name}_sum{suffix} {Number(cell.Sum)}\n{Name}_count{suffix} {total}\n");
    }

    internal sealed class Cell(long[] counts)
    {
        public long[] Counts { get; } = counts;

        public double Sum { get; set; }
    }
}
