using Kube.Scheduler.Framework;
using Kube.Scheduler.Nodes;

namespace Kube.Scheduler.Scheduling;

/// <summary>What was decided about a pod: a node, or the reasons why there is none.</summary>
/// <param name="Node">The chosen node; null when no node would take the pod.</param>
/// <param name="Diagnosis">Why not, when <paramref name="Node"/> is null; also the verdicts met on the way otherwise.</param>
/// <param name="Cycle">What the rules worked out, for the steps after the choice.</param>
internal sealed record Decision(NodeInfo? Node, Diagnosis Diagnosis, CycleState Cycle)
{
    /// <summary>How many of the nodes looked at would take the pod.</summary>
    public int Feasible { get; init; }

    /// <summary>The best of them with their scores; null where there was no choice.</summary>
    public Ranking? Ranking { get; init; }
}
