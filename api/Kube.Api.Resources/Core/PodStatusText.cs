using System.Globalization;
using Kube.Api.Core.V1;

namespace Kube.Api.Resources.Core;

/// <summary>One word for what a pod is doing: the phase, unless a container, an init container or a deletion says more.</summary>
internal static class PodStatusText
{
    private const string NodeUnreachable = "NodeLost";

    public static string Of(Pod pod)
    {
        var text = string.IsNullOrEmpty(pod.Status?.Reason) ? pod.Status?.Phase ?? "" : pod.Status.Reason;
        if (pod.Status?.Conditions?.Any(c => c.Type == PodConditionType.PodScheduled && c.Reason == "SchedulingGated") == true)
        {
            text = "SchedulingGated";
        }

        if (Initializing(pod) is { } init)
        {
            text = init;
        }

        if (Initializing(pod) is null || IsInitialized(pod))
        {
            text = Running(pod, text);
        }

        return pod.Metadata?.DeletionTimestamp is null ? text
            : pod.Status?.Reason == NodeUnreachable ? "Unknown"
            : pod.Status?.Phase is PodPhase.Succeeded or PodPhase.Failed ? text : "Terminating";
    }

    /// <summary>Init containers that run beside the others because they always restart.</summary>
    public static HashSet<string> Sidecars(Pod pod) =>
        [.. (pod.Spec?.InitContainers ?? []).Where(c => c.RestartPolicy == ContainerRestartPolicy.Always && c.Name is not null).Select(c => c.Name!)];

    /// <summary>True once every init container has done its part.</summary>
    public static bool IsInitialized(Pod pod) =>
        Initializing(pod) is null || pod.Status?.Conditions?.Any(c => c.Type == PodConditionType.Initialized && c.Status == ConditionStatus.True) == true;

    /// <summary>What the first init container that is not done is at; null when all are done.</summary>
    private static string? Initializing(Pod pod)
    {
        var sidecars = Sidecars(pod);
        var statuses = pod.Status?.InitContainerStatuses ?? [];
        for (var i = 0; i < statuses.Count; i++)
        {
            var status = statuses[i];
            var done = status.State?.Terminated is { ExitCode: 0 or null }
                || (status.Started == true && status.Name is not null && sidecars.Contains(status.Name));
            if (done)
            {
                continue;
            }

            return status.State switch
            {
                { Terminated: { } ended } => "Init:" + Ended(ended),
                { Waiting.Reason: { Length: > 0 } reason } when reason != "PodInitializing" => "Init:" + reason,
                _ => string.Create(CultureInfo.InvariantCulture, $"Init:{i}/{pod.Spec?.InitContainers?.Count ?? statuses.Count}"),
            };
        }

        return null;
    }

    /// <summary>The first container (in order) with something to say wins; <c>Completed</c> gives way when another still runs.</summary>
    private static string Running(Pod pod, string text)
    {
        var running = false;
        foreach (var status in Enumerable.Reverse(pod.Status?.ContainerStatuses ?? []))
        {
            if (status.State?.Waiting?.Reason is { Length: > 0 } waiting)
            {
                text = waiting;
            }
            else if (status.State?.Terminated is { } ended)
            {
                text = Ended(ended);
            }
            else if (status is { Ready: true, State.Running: not null })
            {
                running = true;
            }
        }

        if (text != "Completed" || !running)
        {
            return text;
        }

        return pod.Status?.Conditions?.Any(c => c.Type == PodConditionType.Ready && c.Status == ConditionStatus.True) == true ? "Running" : "NotReady";
    }

    private static string Ended(ContainerStateTerminated ended) => !string.IsNullOrEmpty(ended.Reason) ? ended.Reason
        : ended.Signal is not (null or 0) ? string.Create(CultureInfo.InvariantCulture, $"Signal:{ended.Signal}")
        : string.Create(CultureInfo.InvariantCulture, $"ExitCode:{ended.ExitCode ?? 0}");
}
