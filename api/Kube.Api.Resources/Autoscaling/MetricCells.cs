using Kube.Api.Autoscaling.V2;

namespace Kube.Api.Resources.Autoscaling;

/// <summary>The metrics of an autoscaler in one cell: what is and what should be, <c>cpu: 12%/80%</c>.</summary>
internal static class MetricCells
{
    private const string Unknown = "<unknown>";
    private const int Shown = 2;

    public static string Targets(HorizontalPodAutoscaler autoscaler)
    {
        var (metrics, seen) = (autoscaler.Spec?.Metrics ?? [], autoscaler.Status?.CurrentMetrics ?? []);
        var cells = metrics.Select((m, i) => Target(m, i < seen.Count ? seen[i] : new MetricStatus())).ToList();
        return cells.Count switch
        {
            0 => "<none>",
            <= Shown => string.Join(", ", cells),
            _ => FormattableString.Invariant($"{string.Join(", ", cells.Take(Shown))} + {cells.Count - Shown} more..."),
        };
    }

    private static string Target(MetricSpec metric, MetricStatus seen) => metric.Type switch
    {
        MetricSourceType.External => Total(metric.External?.Target, seen.External?.Current),
        MetricSourceType.Object => Total(metric.Object?.Target, seen.Object?.Current),
        MetricSourceType.Pods => $"{Text(seen.Pods?.Current?.AverageValue) ?? Unknown}/{Text(metric.Pods?.Target?.AverageValue) ?? Unknown}",
        MetricSourceType.Resource => $"{metric.Resource?.Name}: {Used(metric.Resource?.Target, seen.Resource?.Current)}",
        MetricSourceType.ContainerResource => $"{metric.ContainerResource?.Name}: {Used(metric.ContainerResource?.Target, seen.ContainerResource?.Current)}",
        _ => "<unknown type>",
    };

    private static string Total(MetricTarget? target, MetricValueStatus? current) => target?.AverageValue is { } average
        ? $"{Text(current?.AverageValue) ?? Unknown}/{average} (avg)"
        : $"{Text(current?.Value) ?? Unknown}/{Text(target?.Value) ?? Unknown}";

    private static string Used(MetricTarget? target, MetricValueStatus? current) => target?.AverageValue is { } average
        ? $"{Text(current?.AverageValue) ?? Unknown}/{average}"
        : $"{Percent(current?.AverageUtilization) ?? Unknown}/{Percent(target?.AverageUtilization) ?? "<auto>"}";

    private static string? Text(Quantity? value) => value?.ToString();

    private static string? Percent(int? value) => value is { } known ? FormattableString.Invariant($"{known}%") : null;
}
