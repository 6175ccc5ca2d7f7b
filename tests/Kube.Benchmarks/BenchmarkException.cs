namespace Kube.Benchmarks;

/// <summary>A load that could not be run; the message says why in one line.</summary>
internal sealed class BenchmarkException(string message) : Exception(message);
