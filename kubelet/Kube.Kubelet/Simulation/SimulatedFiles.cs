using Kube.Api.Core.V1;
using Kube.Kubelet.Pods;
using Kube.Kubelet.Runtime;

namespace Kube.Kubelet.Simulation;

/// <summary>No files: what such a node knew is gone with its process.</summary>
internal sealed class SimulatedFiles : IPodFiles
{
    private static readonly Task<string?> s_nothing = Task.FromResult<string?>(null);

    public static SimulatedFiles Instance { get; } = new();

    public void Save(Pod pod)
    {
        // Nothing is kept.
    }

    public IReadOnlyList<Pod> Load() => [];

    public IReadOnlyList<string> Uids() => [];

    public ContainerMount? MakeTerminationLog(ContainerIdentity container) => null;

    public Task<string?> ReadTerminationLogAsync(ContainerIdentity container, CancellationToken ct) => s_nothing;
}
