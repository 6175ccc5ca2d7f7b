using Kube.Kubelet.Runtime;

namespace Kube.Kubelet.Simulation;

/// <summary>What is only pretended uses nothing that could be measured.</summary>
internal sealed class SimulatedUsage : IResourceUsage
{
    public static SimulatedUsage Instance { get; } = new();

    public ResourceUsage? Of(ContainerSnapshot container) => null;

    public ResourceUsage? OfMachine() => null;
}
