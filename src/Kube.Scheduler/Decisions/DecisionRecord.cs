using Kube.Api.Scheduling;
using Kube.Scheduler.Framework;

namespace Kube.Scheduler.Decisions;

/// <summary>
/// What is kept of a decision: who refused the nodes that were asked, counted by reason with a few nodes each, and how the best of the others scored.
/// Its size depends on the number of reasons and not on that of the nodes. A waiting pod carries the record of its last attempt;
/// those of pods that got a node are in the <see cref="DecisionLog"/>.
/// </summary>
internal sealed record DecisionRecord(DateTimeOffset Time, int Nodes, int Feasible)
{
    /// <summary>The chosen node; null when there was none.</summary>
    public string? Node { get; init; }

    /// <summary>The reasons of the nodes that refused, the most frequent first.</summary>
    public IReadOnlyList<DecisionRefusal> Refusals { get; init; } = [];

    /// <summary>How the best nodes scored; null where there was no choice.</summary>
    public Ranking? Ranking { get; init; }

    /// <summary>The outcome in one sentence; empty when a node was found.</summary>
    public string Message { get; init; } = "";

    /// <summary>The node that room is being made on.</summary>
    public string? NominatedNode { get; init; }

    /// <summary>How many tries the pod had had, this one included.</summary>
    public int Attempts { get; init; }
}
