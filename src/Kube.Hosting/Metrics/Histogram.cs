namespace Kube.Hosting;

/// <summary>How often values fell into each range, for each combination of label values.</summary>
public sealed class Histogram
{
    /// <summary>Counts a value.</summary>
    public void Observe(double value, params ReadOnlySpan<string> labelValues) => throw new NotSupportedException();

    /// <summary>Counts a time in seconds.</summary>
    public void Observe(TimeSpan value, params ReadOnlySpan<string> labelValues) => Observe(value.TotalSeconds, labelValues);
}
