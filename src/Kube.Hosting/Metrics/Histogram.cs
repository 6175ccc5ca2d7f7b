namespace Kube.Hosting;

/// <summary>How often values fell into each range, for each combination of label values.</summary>
public sealed class Histogram
{
    private readonly HistogramFamily _family;

    internal Histogram(HistogramFamily family) => _family = family;

    /// <summary>Counts a value.</summary>
    public void Observe(double value, params ReadOnlySpan<string> labelValues) => _family.Observe(value, labelValues);

    /// <summary>What counts values of these label values, for those who count often.</summary>
    public Action<double> Of(params ReadOnlySpan<string> labelValues)
    {
        var cell = _family.CellOf(labelValues);
        return value => _family.Observe(value, cell);
    }

    /// <summary>Counts a time in seconds.</summary>
    public void Observe(TimeSpan value, params ReadOnlySpan<string> labelValues) => _family.Observe(value.TotalSeconds, labelValues);
}
