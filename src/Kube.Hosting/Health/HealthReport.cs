namespace Kube.Hosting;

/// <summary>The outcome of a group of checks.</summary>
/// <param name="Healthy">All checks passed.</param>
/// <param name="Details">One line for each check.</param>
public sealed record HealthReport(bool Healthy, string Details);
