namespace Kube.Hosting;

/// <summary>A count that only grows, one value for each combination of label values.</summary>
public sealed class Counter
{
    /// <summary>Adds to the value of these label values.</summary>
    public void Add(double amount, params ReadOnlySpan<string> labelValues) => throw new NotSupportedException();

    /// <summary>Adds one.</summary>
    public void Increment(params ReadOnlySpan<string> labelValues) => Add(1, labelValues);
}
