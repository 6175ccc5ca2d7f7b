using Kube.Scheduler.Nodes;
using Kube.Scheduler.Queue;

namespace Kube.Scheduler.Framework;

/// <summary>
/// One rule. Rules hold no state of their own between pods: what a rule computes for the pod at hand lives in the <see cref="CycleState"/>,
/// what it knows of the world in the <see cref="Snapshot"/>. All calls come from the one decision loop.
/// </summary>
internal interface IPlugin
{
    /// <summary>The name Kubernetes gives this rule.</summary>
    string Name { get; }
}

/// <summary>A rule that can reject, and therefore knows what would have to change before asking it again makes sense.</summary>
internal interface IRejectingPlugin : IPlugin
{
    /// <summary>The changes of the cluster that may turn this rule's No into a Yes.</summary>
    ClusterEvent RetryOn { get; }
}

/// <summary>Decides whether a pod may enter the active queue at all.</summary>
internal interface IPreEnqueue : IRejectingPlugin
{
    Verdict PreEnqueue(PodFacts pod);
}

/// <summary>Looks once at the pod before the nodes are walked: computes what <see cref="IFilter"/> needs, skips it, rejects, or narrows the nodes.</summary>
internal interface IPreFilter : IRejectingPlugin
{
    Verdict PreFilter(CycleState cycle, PodFacts pod, Snapshot nodes);
}

/// <summary>Says whether the pod may run on one node.</summary>
internal interface IFilter : IRejectingPlugin
{
    Verdict Filter(CycleState cycle, PodFacts pod, NodeInfo node);
}

/// <summary>Called when no node is left; may make room by other means.</summary>
internal interface IPostFilter : IPlugin
{
    PostFilterResult PostFilter(CycleState cycle, PodFacts pod, Snapshot nodes, Diagnosis diagnosis);
}

/// <summary>Looks once at the nodes that are left before they are scored.</summary>
internal interface IPreScore : IPlugin
{
    Verdict PreScore(CycleState cycle, PodFacts pod, Snapshot nodes, IReadOnlyList<NodeInfo> feasible);
}

/// <summary>Rates one node; after <see cref="Normalize"/> every score lies between 0 and <see cref="Score.Max"/>.</summary>
internal interface IScore : IPlugin
{
    long Rate(CycleState cycle, PodFacts pod, NodeInfo node);

    /// <summary>Brings the raw scores of all feasible nodes to the common scale; <paramref name="scores"/> runs parallel to <paramref name="nodes"/>.</summary>
    void Normalize(CycleState cycle, IReadOnlyList<NodeInfo> nodes, Span<long> scores)
    {
    }
}

/// <summary>Claims something outside the node picture for a pod that got a node; <see cref="Unreserve"/> undoes it when binding fails.</summary>
internal interface IReserve : IPlugin
{
    Verdict Reserve(CycleState cycle, PodFacts pod, string nodeName);

    void Unreserve(PodFacts pod, string nodeName);
}
