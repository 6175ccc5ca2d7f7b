using System.Globalization;

namespace Kube.Benchmarks.Load;

/// <summary>What a load did, and how long its parts took.</summary>
/// <param name="Count">Operations that succeeded.</param>
/// <param name="Bytes">Bytes read.</param>
/// <param name="Elapsed">From the first operation's start to the last one's end.</param>
/// <param name="Latencies">Of each operation, in order of length.</param>
internal sealed record LoadResult(long Count, long Bytes, TimeSpan Elapsed, double[] Latencies)
{
    /// <summary>Operations a second.</summary>
    public double PerSecond => Count / Elapsed.TotalSeconds;

    /// <summary>Megabytes (10^6) a second.</summary>
    public double MegabytesPerSecond => Bytes / 1e6 / Elapsed.TotalSeconds;

    /// <summary>Percentiles of the latency, as text.</summary>
    public string Percentiles => string.Create(CultureInfo.InvariantCulture, $"p50 {At(0.50):0.0} p99 {At(0.99):0.0} max {At(1):0.0} ms");

    private double At(double share) => Latencies.Length == 0 ? 0 : Latencies[Math.Min(Latencies.Length - 1, (int)(share * Latencies.Length))];
}
