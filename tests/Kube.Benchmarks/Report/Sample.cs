namespace Kube.Benchmarks.Report;

/// <summary>What repeated measurements say together.</summary>
internal static class Sample
{
    /// <summary>The middle one: one slow start says nothing about the others.</summary>
    public static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
