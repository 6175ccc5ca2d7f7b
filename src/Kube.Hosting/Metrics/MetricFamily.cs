using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Kube.Hosting;

/// <summary>One named metric with a value (or several numbers) for each combination of label values.</summary>
internal abstract class MetricFamily(string name, string help, string type, IReadOnlyList<string> labels)
{
    public string Name => name;

    public void WriteTo(TextWriter output)
    {
        output.Write($"# HELP {name} {help.Replace("\\", "\\\\").Replace("\n", "\\n")}\n# TYPE {name} {type}\n");
        WriteValues(output);
    }

    protected abstract void WriteValues(TextWriter output);

    protected static string Number(double value) => value switch
    {
        double.PositiveInfinity => "+Inf",
        double.NegativeInfinity => "-Inf",
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };

    /// <summary>The text between the braces for these label values; it is also the key of the value.</summary>
    protected string LabelText(ReadOnlySpan<string> values)
    {
        if (values.Length != labels.Count)
        {
            throw new ArgumentException($"{name} has {labels.Count} labels, got {values.Length} values");
        }

        if (values.Length == 0)
        {
            return "";
        }

        var text = new StringBuilder();
        for (var i = 0; i < values.Length; i++)
        {
            text.Append(i == 0 ? "" : ",").Append(labels[i]).Append("=\"")
                .Append(values[i].Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n")).Append('"');
        }

        return text.ToString();
    }
}

/// <summary>A metric with one number for each combination of label values.</summary>
internal sealed class NumberFamily : MetricFamily
{
    private readonly ConcurrentDictionary<string, Cell> _cells = new(StringComparer.Ordinal);
    private readonly Func<double>? _read;

    public NumberFamily(string name, string help, string type, IReadOnlyList<string> labels, Func<double>? read = null)
        : base(name, help, type, labels)
    {
        _read = read;
        if (labels.Count == 0 && read is null)
        {
            _cells.TryAdd("", new Cell());
        }
    }

    public void Add(double amount, ReadOnlySpan<string> labelValues) => CellOf(labelValues).Add(amount);

    public void Set(double value, ReadOnlySpan<string> labelValues) => CellOf(labelValues).Set(value);

    protected override void WriteValues(TextWriter output)
    {
        if (_read is not null)
        {
            output.Write($"{Name} {Number(_read())}\n");
            return;
        }

        foreach (var (labelText, cell) in _cells.OrderBy(cell => cell.Key, StringComparer.Ordinal))
        {
            output.Write(labelText.Length == 0 ? Name : $"{Name}{{{labelText}}}");
            output.Write($" {Number(cell.Value)}\n");
        }
    }

    private Cell CellOf(ReadOnlySpan<string> labelValues) => _cells.GetOrAdd(LabelText(labelValues), _ => new Cell());

    private sealed class Cell
    {
        private double _value;

        public double Value => Volatile.Read(ref _value);

        public void Set(double value) => Volatile.Write(ref _value, value);

        public void Add(double amount)
        {
            double before;
            do
            {
                before = Volatile.Read(ref _value);
            }
            while (Interlocked.CompareExchange(ref _value, before + amount, before) != before);
        }
    }
}

/// <summary>A metric that counts values by range.</summary>
internal sealed class HistogramFamily(string name, string help, IReadOnlyList<double> bounds, IReadOnlyList<string> labels)
    : MetricFamily(name, help, "histogram", labels)
{
    private readonly ConcurrentDictionary<string, Cell> _cells = new(StringComparer.Ordinal);

    public void Observe(double value, ReadOnlySpan<string> labelValues)
    {
        var cell = _cells.GetOrAdd(LabelText(labelValues), _ => new Cell(new long[bounds.Count + 1]));
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

    private sealed class Cell(long[] counts)
    {
        public long[] Counts { get; } = counts;

        public double Sum { get; set; }
    }
}
