namespace Kube.Hosting;

/// <summary>A value that goes up and down, one for each combination of label values.</summary>
public sealed class Gauge
{
    private readonly NumberFamily _family;

    internal Gauge(NumberFamily family) => _family = family;

    /// <summary>Sets the value of these label values.</summary>
    public void Set(double value, params ReadOnlySpan<string> labelValues) => _family.Set(value, labelValues);

    /// <summary>Adds to it.</summary>
    public void Add(double amount, params ReadOnlySpan<string> labelValues) => _family.Add(amount, labelValues);
}
