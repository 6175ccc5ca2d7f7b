using Kube.Api.Core.V1;
using Kube.Kubelet.Pods;

namespace Kube.Kubelet.Server;

/// <summary>The pods a server answers for: those of the process's nodes, or of a node in a test.</summary>
internal interface IPodSource
{
    /// <summary>All pods that are looked after.</summary>
    IEnumerable<Pod> Pods { get; }

    /// <summary>A pod by name, with the services of its node.</summary>
    (Pod Pod, PodServices Node)? Find(string ns, string name);
}
