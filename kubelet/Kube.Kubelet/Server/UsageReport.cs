using Kube.Api.Core.V1;
using Kube.Kubelet.Pods;
using Kube.Kubelet.Runtime;

namespace Kube.Kubelet.Server;

/// <summary>One pod with the usage of those of its containers that run and can be measured.</summary>
internal sealed record PodUsage(Pod Pod, IReadOnlyList<(ContainerSnapshot Container, ResourceUsage Usage)> Containers, ResourceUsage Total)
{
    /// <summary>All pods that have something to report. The sandbox counts for the pod, not as a container.</summary>
    public static IEnumerable<PodUsage> Read(IPodSource pods)
    {
        foreach (var pod in pods.Pods)
        {
            if (pods.Find(pod.Namespace(), pod.Name()) is not var (_, node))
            {
                continue;
            }

            var measured = node.Containers.OfPod(pod.Uid()).Where(c => c.IsRunning)
                .Select(c => (Container: c, Usage: node.Usage.Of(c)))
                .Where(m => m.Usage is not null)
                .Select(m => (m.Container, Usage: m.Usage!)).ToList();
            if (measured.Count > 0)
            {
                yield return new PodUsage(pod, [.. measured.Where(m => m.Container.Identity.Role != ContainerRole.Sandbox)], Sum([.. measured.Select(m => m.Usage)]));
            }
        }
    }

    private static ResourceUsage Sum(List<ResourceUsage> all) =>
        new(all.Sum(u => u.CpuNanoseconds), all.Sum(u => u.WorkingSet), all.Sum(u => u.Usage), all.Min(u => u.StartedAt));
}
