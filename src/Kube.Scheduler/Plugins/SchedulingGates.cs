using Kube.Scheduler.Framework;
using Kube.Scheduler.Nodes;
using Kube.Scheduler.Queue;

namespace Kube.Scheduler.Plugins;

/// <summary>Keeps a pod out of the queue while somebody holds a gate on it.</summary>
internal sealed class SchedulingGates : IPreEnqueue
{
    public string Name => nameof(SchedulingGates);

    public ClusterEvent RetryOn => ClusterEvent.PodSpec;

    public Verdict PreEnqueue(PodFacts pod) => pod.Pod.Spec?.SchedulingGates is { Count: > 0 } gates
        ? Verdict.Unresolvable($"waiting for scheduling gates: [{string.Join(" ", gates.Select(g => g.Name))}]")
        : Verdict.Success;
}
