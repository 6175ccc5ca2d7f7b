using Kube.Api.Core.V1;

namespace Kube.Kubelet.Pods;

/// <summary>A pod's phase from the states of its containers, by Kubernetes' rules. Pure.</summary>
internal static class PodPhases
{
    public static string Of(Pod pod, PodStatus status)
    {
        var initPending = false;
        foreach (var init in status.InitContainerStatuses ?? [])
        {
            var sidecar = pod.IsSidecar(init.Name!);
            if (!sidecar && Ended(init) is { ExitCode: not 0 } && pod.Spec?.RestartPolicy == RestartPolicy.Never)
            {
                return PodPhase.Failed;
            }

            initPending |= sidecar ? init.Started != true && init.State?.Terminated is null : init.Ready != true;
        }

        var apps = status.ContainerStatuses ?? [];
        var appsBegan = apps.Any(s => s.ContainerID is not null);
        if (initPending && !appsBegan)
        {
            return PodPhase.Pending;
        }

        if (apps.Any(s => s.State?.Waiting is not null && s.LastState?.Terminated is null))
        {
            return PodPhase.Pending;
        }

        if (apps.Any(s => s.State?.Running is not null) || pod.Spec?.RestartPolicy is null or RestartPolicy.Always)
        {
            return PodPhase.Running;
        }

        if (apps.All(s => s.State?.Terminated?.ExitCode == 0))
        {
            return PodPhase.Succeeded;
        }

        return pod.Spec.RestartPolicy == RestartPolicy.Never ? PodPhase.Failed : PodPhase.Running;
    }

    private static ContainerStateTerminated? Ended(ContainerStatus status) => status.State?.Terminated;
}
