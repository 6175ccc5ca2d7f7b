using Kube.Scheduler.Framework;
using Kube.Scheduler.Nodes;
using Kube.Scheduler.Queue;

namespace Kube.Scheduler.Scheduling;

/// <summary>A pod that got no node this time, and what has to be told about it.</summary>
/// <param name="Pod">The pod, still in flight.</param>
/// <param name="Reason">The reason of its PodScheduled condition.</param>
/// <param name="Message">The same in words.</param>
/// <param name="Rejectors">The rules that decide when to try again; null after an error: after its back-off.</param>
internal sealed record Failure(QueuedPod Pod, string Reason, string Message, IReadOnlyCollection<IRejectingPlugin>? Rejectors)
{
    /// <summary>The node that room is made on.</summary>
    public string? NominatedNode { get; init; }

    /// <summary>The pods that have to go for it.</summary>
    public IReadOnlyList<PodFacts> Victims { get; init; } = [];

    public static Failure Error(QueuedPod pod, string message) => new(pod, "SchedulerError", message, null);

    public static Failure Unschedulable(QueuedPod pod, string message, IReadOnlyCollection<IRejectingPlugin> rejectors) =>
        new(pod, "Unschedulable", message, rejectors);
}
