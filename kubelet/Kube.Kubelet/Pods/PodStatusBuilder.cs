using Kube.Api.Core.V1;
using Kube.Kubelet.Runtime;

namespace Kube.Kubelet.Pods;

/// <summary>The whole status of a pod from what was observed and what the plan says containers wait for. Pure.</summary>
internal static class PodStatusBuilder
{
    public static PodStatus Build(PodObservation seen, IReadOnlyDictionary<string, Hold> waiting)
    {
        var pod = seen.Pod;
        var last = seen.LastStatus;
        var status = new PodStatus
        {
            ObservedGeneration = pod.Metadata?.Generation,
            QosClass = last?.QosClass ?? QosClass.Of(pod),
            StartTime = seen.StartTime,
            HostIP = Text(seen.HostIP),
            HostIPs = seen.HostIP.Length > 0 ? [new HostIP { Ip = seen.HostIP }] : null,
            NominatedNodeName = last?.NominatedNodeName,
            Message = seen.End?.Message ?? last?.Message,
            Reason = seen.End?.Reason ?? last?.Reason,
        };
        SetAddress(status, seen);
        SetContainers(status, seen, waiting);
        status.Phase = Phase(seen, status);
        status.Conditions = PodConditions.Build(seen, status);
        return status;
    }

    private static void SetAddress(PodStatus status, PodObservation seen)
    {
        var address = !seen.Pod.UsesHostNetwork() ? seen.PodIP : seen.Containers.Count > 0 || seen.LastStatus?.PodIP is not null ? seen.HostIP : null;
        status.PodIP = Text(address);
        status.PodIPs = status.PodIP is null ? null : [new PodIP { Ip = status.PodIP }];
    }

    private static void SetContainers(PodStatus status, PodObservation seen, IReadOnlyDictionary<string, Hold> waiting)
    {
        var pod = seen.Pod;
        if (seen.End?.Phase is not null && seen.Containers.Count == 0 && seen.LastStatus?.ContainerStatuses is null)
        {
            // Rejected before anything was made: its reason is to be seen, not that of a container that will never be.
            return;
        }

        if (pod.InitContainers().Count > 0)
        {
            status.InitContainerStatuses = [.. pod.InitContainers().Select(c => ContainerStatusBuilder.Build(seen, c, ContainerRole.Init, waiting, mayInitialize: false))];
        }

        status.ContainerStatuses = [.. pod.AppContainers().Select(c =>
            ContainerStatusBuilder.Build(seen, c, ContainerRole.App, waiting, mayInitialize: pod.InitContainers().Count == 0))];
    }

    private static string Phase(PodObservation seen, PodStatus status)
    {
        if (seen.LastStatus?.Phase is PodPhase.Succeeded or PodPhase.Failed)
        {
            return seen.LastStatus.Phase;
        }

        if (seen.End?.Phase is { } ended)
        {
            return seen.Containers.Any(c => c.IsRunning && c.Identity.Role != ContainerRole.Sandbox) ? status.Phase ?? PodPhases.Of(seen.Pod, status) : ended;
        }

        var stillRunning = seen.Containers.Any(c => c.IsRunning && c.Identity.Role != ContainerRole.Sandbox);
        if (seen.End is not null && !stillRunning && seen.Containers.Any(c => c.HasExited && c.Identity.Role == ContainerRole.App))
        {
            return PodCompletion.Outcome(seen);
        }

        return PodCompletion.IsComplete(seen) && !stillRunning ? PodCompletion.Outcome(seen) : PodPhases.Of(seen.Pod, status);
    }

    private static string? Text(string? value) => string.IsNullOrEmpty(value) ? null : value;
}
