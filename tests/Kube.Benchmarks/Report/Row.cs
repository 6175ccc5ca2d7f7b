using System.Globalization;

namespace Kube.Benchmarks.Report;

/// <summary>One measured figure beside the floor it is compared with, both from the same run.</summary>
/// <param name="Load">What was done.</param>
/// <param name="Value">What was seen.</param>
/// <param name="Unit">Unit of value and floor.</param>
/// <param name="Floor">What the machine gave at the same time for the least work that could do it.</param>
/// <param name="FloorName">What that least work was.</param>
/// <param name="Target">The ratio of value to floor to reach; null where none is set.</param>
/// <param name="AtMost">True where less is better: the ratio must not exceed the target.</param>
/// <param name="Note">Percentiles and the like.</param>
internal sealed record Row(string Load, double Value, string Unit, double Floor, string FloorName, double? Target, bool AtMost = false, string Note = "")
{
    /// <summary>Value over floor.</summary>
    public double Ratio => Floor == 0 ? double.NaN : Value / Floor;

    /// <summary>True when the target is met, or there is none.</summary>
    public bool IsMet => Target is not { } target || (AtMost ? Ratio <= target : Ratio >= target);

    /// <summary>A figure with its unit, short enough for a column.</summary>
    public static string Figure(double value, string unit)
    {
        var format = value >= 100 ? "#,0" : value >= 10 ? "0.0" : "0.00";
        return value.ToString(format, CultureInfo.InvariantCulture) + " " + unit;
    }
}
