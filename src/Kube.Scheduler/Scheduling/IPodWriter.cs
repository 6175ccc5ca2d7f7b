using Kube.Api.Core.V1;
using Kube.Api.Scheduling;
using Kube.Scheduler.Nodes;

namespace Kube.Scheduler.Scheduling;

/// <summary>All that the scheduler ever does to the API.</summary>
internal interface IPodWriter
{
    Task BindAsync(PodFacts pod, string node, CancellationToken ct);

    /// <summary>The pod as the server has it now; null when it is gone or another pod took its name.</summary>
    Task<Pod?> FindAsync(PodFacts pod, CancellationToken ct);

    /// <summary>Writes the pod's PodScheduled condition and, unless null, the node that room is made on for it.</summary>
    Task SetConditionAsync(PodFacts pod, PodCondition condition, string? nominatedNode, CancellationToken ct);

    /// <summary>Deletes a pod that has to make room, after saying so in its status.</summary>
    Task PreemptAsync(PodFacts victim, PodFacts preemptor, CancellationToken ct);

    /// <summary>Answers the question about a pod and takes it off. Whoever asks again in the same moment gets this answer too.</summary>
    Task AnswerAsync(PodFacts pod, SchedulingDecision answer, CancellationToken ct);

    /// <summary>Records an event; never blocks.</summary>
    void Record(PodFacts about, string type, string reason, string message);
}
