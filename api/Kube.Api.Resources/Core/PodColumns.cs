using System.Globalization;
using Kube.Api.Core.V1;

namespace Kube.Api.Resources.Core;

/// <summary>The columns of a Pod.</summary>
internal static class PodColumns
{
    public static IReadOnlyList<Column<Pod>> All { get; } =
    [
        new("Name", "string", (p, _) => p.Metadata?.Name, Format: "name", Description: "Name of the pod."),
        new("Ready", "string", (p, _) => Ready(p), Description: "Ready containers of all that keep running."),
        new("Status", "string", (p, _) => PodStatusText.Of(p), Description: "What the pod is doing, or why it is not running."),
        new("Restarts", "string", Restarts, Description: "How often containers were restarted, and when last."),
        new("Age", "string", (p, now) => Ages.Since(p.Metadata?.CreationTimestamp, now), Description: "Time since the object was created."),
        new("IP", "string", (p, _) => OrNone(p.Status?.PodIP ?? p.Status?.PodIPs?.FirstOrDefault()?.Ip), 1, Description: "Address of the pod."),
        new("Node", "string", (p, _) => OrNone(p.Spec?.NodeName), 1, Description: "Node it runs on."),
        new("Nominated Node", "string", (p, _) => OrNone(p.Status?.NominatedNodeName), 1, Description: "Node where room is being made for it."),
        new("Readiness Gates", "string", (p, _) => Gates(p), 1, Description: "Extra conditions that are true, of those it waits for."),
    ];

    private static string Ready(Pod pod)
    {
        var sidecars = PodStatusText.Sidecars(pod);
        var statuses = (pod.Status?.ContainerStatuses ?? []).Concat((pod.Status?.InitContainerStatuses ?? []).Where(s => s.Name is not null && sidecars.Contains(s.Name)));
        var ready = statuses.Count(s => s.Ready == true && s.State?.Terminated is null);
        return string.Create(CultureInfo.InvariantCulture, $"{ready}/{(pod.Spec?.Containers?.Count ?? 0) + sidecars.Count}");
    }

    private static string Restarts(Pod pod, DateTime now)
    {
        var sidecars = PodStatusText.Sidecars(pod);
        var initialized = PodStatusText.IsInitialized(pod);
        var counted = initialized
            ? (pod.Status?.ContainerStatuses ?? []).Concat((pod.Status?.InitContainerStatuses ?? []).Where(s => s.Name is not null && sidecars.Contains(s.Name)))
            : pod.Status?.InitContainerStatuses ?? [];
        var (count, last) = (0, (DateTime?)null);
        foreach (var status in counted)
        {
            count += status.RestartCount ?? 0;
            var ended = status.LastState?.Terminated?.FinishedAt;
            last = ended > last || last is null ? ended ?? last : last;
        }

        var text = count.ToString(CultureInfo.InvariantCulture);
        return count == 0 || last is null ? text : $"{text} ({Ages.Since(last, now)} ago)";
    }

    private static string Gates(Pod pod)
    {
        if (pod.Spec?.ReadinessGates is not { Count: > 0 } gates)
        {
            return "<none>";
        }

        var met = gates.Count(g => pod.Status?.Conditions?.Any(c => c.Type == g.ConditionType && c.Status == ConditionStatus.True) == true);
        return string.Create(CultureInfo.InvariantCulture, $"{met}/{gates.Count}");
    }

    private static string OrNone(string? text) => string.IsNullOrEmpty(text) ? "<none>" : text;
}
