namespace Kube.Hosting;

/// <summary>A count that only grows, one value for each combination of label values.</summary>
public sealed class Counter
{
    private readonly NumberFamily _family;

    internal Counter(NumberFamily family) => _family = family;

    /// <summary>Adds to the value of these label values.</summary>
    public void Add(double amount, params ReadOnlySpan<string> labelValues)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        _family.Add(amount, labelValues);
    }

    /// <summary>Adds one.</summary>
    public void Increment(params ReadOnlySpan<string> labelValues) => _family.Add(1, labelValues);
}
