namespace Kube.Hosting;

/// <summary>The metrics of one process, written as Prometheus text. Everything is safe for concurrent use.</summary>
public sealed class Metrics
{
    /// <summary>A count that only grows. By convention its name ends in <c>_total</c>.</summary>
    public Counter Counter(string name, string help, params string[] labels) => throw new NotSupportedException();

    /// <summary>A value that goes up and down.</summary>
    public Gauge Gauge(string name, string help, params string[] labels) => throw new NotSupportedException();

    /// <summary>A gauge whose value is asked for when it is written.</summary>
    public void Gauge(string name, string help, Func<double> read) => throw new NotSupportedException();

    /// <summary>How often observed values fell into each of some ranges. Null bounds mean seconds from 1 ms to 60 s.</summary>
    public Histogram Histogram(string name, string help, IReadOnlyList<double>? bounds = null, params string[] labels) => throw new NotSupportedException();

    /// <summary>All metrics in the Prometheus text format.</summary>
    public void WriteTo(TextWriter output) => throw new NotSupportedException();
}
