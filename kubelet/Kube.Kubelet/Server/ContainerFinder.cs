using Kube.Api.Core.V1;
using Kube.Kubelet.Pods;
using Kube.Kubelet.Runtime;

namespace Kube.Kubelet.Server;

/// <summary>Which of a pod's containers, past and present, a request means.</summary>
internal static class ContainerFinder
{
    /// <summary>The newest container of the name that has run, or the one before it.</summary>
    public static ContainerSnapshot? Newest(PodServices node, Pod pod, string name, bool previous)
    {
        var all = node.Containers.OfPod(pod.Uid())
            .Where(c => c.Name == name && c.Identity.Role != ContainerRole.Sandbox && c.Phase != ContainerPhase.Created)
            .OrderByDescending(c => c.Identity.Attempt);
        return previous ? all.Skip(1).FirstOrDefault() : all.FirstOrDefault();
    }

    /// <summary>The container of the name that runs now.</summary>
    public static ContainerSnapshot? Running(PodServices node, Pod pod, string name) =>
        Newest(node, pod, name, previous: false) is { IsRunning: true } running ? running : null;

    /// <summary>The sandbox that runs now: it holds the pod's network.</summary>
    public static ContainerSnapshot? Sandbox(PodServices node, Pod pod) =>
        node.Containers.OfPod(pod.Uid()).FirstOrDefault(c => c.Identity.Role == ContainerRole.Sandbox && c.IsRunning);
}
