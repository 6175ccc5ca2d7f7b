using Kube.Api.Core.V1;
using Kube.Kubelet.Runtime;

namespace Kube.Kubelet.Pods;

/// <summary>What a node keeps of its pods beside its memory: their objects, and the files in which containers leave their last words.</summary>
internal interface IPodFiles
{
    /// <summary>Writes a pod down, so that the next kubelet knows it.</summary>
    void Save(Pod pod);

    /// <summary>All pods that were written down and can be read.</summary>
    IReadOnlyList<Pod> Load();

    /// <summary>The uids of pods that have left something here.</summary>
    IReadOnlyList<string> Uids();

    /// <summary>Makes the file for a container's last words; null where there are none to be had.</summary>
    ContainerMount? MakeTerminationLog(ContainerIdentity container);

    /// <summary>What a container left in that file; null when nothing.</summary>
    Task<string?> ReadTerminationLogAsync(ContainerIdentity container, CancellationToken ct);
}
