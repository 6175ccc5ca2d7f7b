namespace Kube.Hosting;

/// <summary>The metrics of one process, written as Prometheus text. Everything is safe for concurrent use. A name is declared once.</summary>
public sealed class Metrics
{
    private static readonly double[] s_seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, MetricFamily> _families = new(StringComparer.Ordinal);

    /// <summary>A count that only grows. By convention its name ends in <c>_total</c>.</summary>
    public Counter Counter(string name, string help, params string[] labels) => new(Add(new NumberFamily(name, help, "counter", labels)));

    /// <summary>A value that goes up and down.</summary>
    public Gauge Gauge(string name, string help, params string[] labels) => new(Add(new NumberFamily(name, help, "gauge", labels)));

    /// <summary>A gauge whose value is asked for when it is written.</summary>
    public void Gauge(string name, string help, Func<double> read) => Add(new NumberFamily(name, help, "gauge", [], read));

    /// <summary>A counter whose value is asked for when it is written.</summary>
    public void Counter(string name, string help, Func<double> read) => Add(new NumberFamily(name, help, "counter", [], read));

    /// <summary>How often observed values fell into each of some ranges. Null bounds mean seconds from 1 ms to 60 s.</summary>
    public Histogram Histogram(string name, string help, IReadOnlyList<double>? bounds = null, params string[] labels) =>
        new(Add(new HistogramFamily(name, help, bounds ?? s_seconds, labels)));

    /// <summary>All metrics in the Prometheus text format.</summary>
    public void WriteTo(TextWriter output)
    {
        MetricFamily[] families;
        lock (_lock)
        {
            families = [.. _families.Values];
        }

        foreach (var family in families)
        {
            family.WriteTo(output);
        }
    }

    private T Add<T>(T family) where T : MetricFamily
    {
        lock (_lock)
        {
            _families.Add(family.Name, family);
        }

        return family;
    }
}
