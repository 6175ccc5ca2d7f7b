using Kube.Kubelet.Runtime;

namespace Kube.Kubelet.Simulation;

/// <summary>A container that is a record. Guarded by its runtime.</summary>
internal sealed class SimulatedContainer(ContainerSnapshot seen, bool runsToCompletion)
{
    private volatile ContainerSnapshot _seen = seen;

    /// <summary>As the kubelet sees it.</summary>
    public ContainerSnapshot Seen
    {
        get => _seen;
        set => _seen = value;
    }

    /// <summary>Whether it ends by itself.</summary>
    public bool RunsToCompletion { get; } = runsToCompletion;

    /// <summary>Completed at its end; null while nobody waits for that.</summary>
    public TaskCompletionSource? End { get; set; }
}
