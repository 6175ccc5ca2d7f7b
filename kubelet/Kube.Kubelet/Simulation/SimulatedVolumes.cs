using Kube.Api.Core.V1;
using Kube.Kubelet.Runtime;
using Kube.Kubelet.Volumes;

namespace Kube.Kubelet.Simulation;

/// <summary>Volumes that are always there and hold nothing: what they are made from is not even read.</summary>
internal sealed class SimulatedVolumes : IPodVolumes
{
    private static readonly Dictionary<string, string> s_none = [];

    public static SimulatedVolumes Instance { get; } = new();

    public Task<IReadOnlyDictionary<string, string>> EnsureAsync(Pod pod, ProjectedFiles files, CancellationToken ct) =>
        Task.FromResult<IReadOnlyDictionary<string, string>>(s_none);

    public IReadOnlyList<ContainerMount> Mounts(Container container, IReadOnlyDictionary<string, string> paths, IReadOnlyDictionary<string, string> environment) => [];

    public Task RemoveAsync(string uid, CancellationToken ct) => Task.CompletedTask;
}
