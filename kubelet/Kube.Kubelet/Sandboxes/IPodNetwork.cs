using System.Net;
using Kube.Api.Core.V1;
using Kube.Kubelet.Runtime;

namespace Kube.Kubelet.Sandboxes;

/// <summary>The network of a node's pods.</summary>
internal interface IPodNetwork
{
    /// <summary>The addresses; null until pods can be given any.</summary>
    AddressPool? Addresses { get; }

    /// <summary>The range the network had when the kubelet last ran; null when that is not known.</summary>
    IPNetwork? LastRange { get; }

    /// <summary>Brings the network about for the node's pod range, and adopts the addresses of running pods.</summary>
    Task ConfigureAsync(IPNetwork range, IEnumerable<ContainerSnapshot> running, CancellationToken ct);

    /// <summary>Takes back what a pod that is gone had of the network.</summary>
    Task ReleaseAsync(Pod pod, CancellationToken ct);
}
