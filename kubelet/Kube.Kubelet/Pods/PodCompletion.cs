using Kube.Api.Core.V1;

namespace Kube.Kubelet.Pods;

/// <summary>Whether a pod's containers have done all they ever will, and how that went. Pure.</summary>
internal static class PodCompletion
{
    /// <summary>True when no container runs or is to run again; sidecars do not count.</summary>
    public static bool IsComplete(PodObservation seen)
    {
        var pod = seen.Pod;
        if (seen.LastStatus?.Phase is PodPhase.Succeeded or PodPhase.Failed || InitFailed(seen))
        {
            return true;
        }

        return pod.AppContainers().Count > 0 && pod.AppContainers().All(c => IsDone(seen, c));
    }

    /// <summary>The phase of a complete pod.</summary>
    public static string Outcome(PodObservation seen)
    {
        if (seen.LastStatus?.Phase is PodPhase.Succeeded or PodPhase.Failed)
        {
            return seen.LastStatus.Phase;
        }

        var succeeded = !InitFailed(seen) && seen.Pod.AppContainers().All(c => seen.Newest(c.Name!) is { HasExited: true, ExitCode: 0 });
        return succeeded ? PodPhase.Succeeded : PodPhase.Failed;
    }

    private static bool InitFailed(PodObservation seen) => seen.Pod.InitContainers().Any(c =>
        !PodFacts.IsSidecar(c)
        && seen.Newest(c.Name!) is { HasExited: true, ExitCode: not 0 } ended
        && !seen.Pod.RestartsAfter(c, isInit: true, ended.ExitCode));

    private static bool IsDone(PodObservation seen, Container container) =>
        seen.Newest(container.Name!) is { HasExited: true } ended && !seen.Pod.RestartsAfter(container, isInit: false, ended.ExitCode);
}
