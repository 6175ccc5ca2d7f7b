using Kube.Api.Core.V1;
using Kube.Kubelet.Runtime;

namespace Kube.Kubelet.Sandboxes;

/// <summary>Makes the sandboxes of a node's pods.</summary>
internal interface ISandboxes
{
    /// <summary>Starts the sandbox of a pod; its id. What a failed attempt left behind is removed.</summary>
    Task<string> StartAsync(Pod pod, int attempt, string hostIP, CancellationToken ct);

    /// <summary>The files every container of the pod sees under /etc.</summary>
    IReadOnlyList<ContainerMount> Mounts(Pod pod);
}
