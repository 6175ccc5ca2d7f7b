using Kube.Api.Core.V1;
using Kube.Kubelet.Runtime;

namespace Kube.Kubelet.Volumes;

/// <summary>The volumes of a node's pods.</summary>
internal interface IPodVolumes
{
    /// <summary>Makes all volumes of a pod, or brings those made from API objects up to date. The result is a host path by volume name.</summary>
    Task<IReadOnlyDictionary<string, string>> EnsureAsync(Pod pod, ProjectedFiles files, CancellationToken ct);

    /// <summary>The mounts a container asks for.</summary>
    IReadOnlyList<ContainerMount> Mounts(Container container, IReadOnlyDictionary<string, string> paths, IReadOnlyDictionary<string, string> environment);

    /// <summary>Removes all volumes of a pod with their contents; host paths are left alone.</summary>
    Task RemoveAsync(string uid, CancellationToken ct);
}
