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

    /// <summary>What adds to the value of these label values, for those who add often.</summary>
    public Action<double> Of(params ReadOnlySpan<string> labelValues) => _family.CellOf(labelValues).Add;

    /// <summary>Adds one.</summary>
    public void Increment(params ReadOnlySpan<string> labelValues) => _family.Add(1, labelValues);
}
