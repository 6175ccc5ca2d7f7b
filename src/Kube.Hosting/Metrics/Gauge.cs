namespace Kube.Hosting;

/// <summary>A value that goes up and down, one for each combination of label values.</summary>
public sealed class Gauge
{
    /// <summary>Sets the value of these label values.</summary>
    public void Set(double value, params ReadOnlySpan<string> labelValues) => throw new NotSupportedException();

    /// <summary>Adds to it.</summary>
    public void Add(double amount, params ReadOnlySpan<string> labelValues) => throw new NotSupportedException();
}
