using Kube.Api.Core.V1;

namespace Kube.Kubelet.Pods;

/// <summary>Plain readings of a pod that several rules need. Pure.</summary>
internal static class PodFacts
{
    public const long DefaultGraceSeconds = 30;

    public static string Uid(this Pod pod) => pod.Metadata!.Uid!;

    public static string Name(this Pod pod) => pod.Metadata!.Name!;

    public static string Namespace(this Pod pod) => pod.Metadata!.Namespace!;

    public static bool IsTerminal(this Pod pod) => pod.Status?.Phase is PodPhase.Succeeded or PodPhase.Failed;

    public static bool UsesHostNetwork(this Pod pod) => pod.Spec?.HostNetwork == true;

    public static IReadOnlyList<Container> InitContainers(this Pod pod) => pod.Spec?.InitContainers ?? [];

    public static IReadOnlyList<Container> AppContainers(this Pod pod) => pod.Spec?.Containers ?? [];

    public static IEnumerable<Container> AllContainers(this Pod pod) => pod.InitContainers().Concat(pod.AppContainers());

    /// <summary>An init container that is to run as long as the pod does.</summary>
    public static bool IsSidecar(Container container) => container.RestartPolicy == ContainerRestartPolicy.Always;

    public static bool IsSidecar(this Pod pod, string containerName) =>
        pod.InitContainers().Any(c => c.Name == containerName && IsSidecar(c));

    /// <summary>Whether a container that ended so is to run again. An init container runs until it has succeeded once.</summary>
    public static bool RestartsAfter(this Pod pod, Container container, bool isInit, int exitCode)
    {
        var policy = container.RestartPolicy ?? pod.Spec?.RestartPolicy ?? RestartPolicy.Always;
        if (isInit && !IsSidecar(container))
        {
            return exitCode != 0 && policy != RestartPolicy.Never;
        }

        return policy switch
        {
            RestartPolicy.Never => false,
            RestartPolicy.OnFailure => exitCode != 0,
            _ => true,
        };
    }

    /// <summary>How long the pod's containers get to end, now that it is being deleted, or for any other reason.</summary>
    public static long GraceSeconds(this Pod pod) =>
        pod.Metadata?.DeletionGracePeriodSeconds ?? pod.Spec?.TerminationGracePeriodSeconds ?? DefaultGraceSeconds;

    /// <summary>The host name seen inside the pod, at most 63 characters.</summary>
    public static string Hostname(this Pod pod)
    {
        var name = pod.Spec?.HostnameOverride ?? (string.IsNullOrEmpty(pod.Spec?.Hostname) ? pod.Name() : pod.Spec.Hostname);
        return name.Length <= 63 ? name : name[..63].TrimEnd('-', '.');
    }
}
