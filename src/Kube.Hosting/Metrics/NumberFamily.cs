using System.Collections.Concurrent;

namespace Kube.Hosting;

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

    internal Cell CellOf(ReadOnlySpan<string> labelValues) => _cells.GetOrAdd(LabelText(labelValues), _ => new Cell());

    internal sealed class Cell
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
