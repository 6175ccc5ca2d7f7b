using Kube.Api.Scheduling;
using Kube.Scheduler.Nodes;

namespace Kube.Scheduler.Framework;

/// <summary>
/// A filter that can say with numbers what a node lacks. It is asked after a decision, about a few nodes of those it refused, with the state of that
/// decision: so it may take its time, and it must not change anything.
/// </summary>
internal interface IExplain : IFilter
{
    /// <summary>What the node lacks for the pod; all of it.</summary>
    List<DecisionNeed> Explain(CycleState cycle, PodFacts pod, NodeInfo node);

    /// <summary>How far the node is from taking the pod; nodes with the smallest number are the ones explained. Asked about every refused node: quick.</summary>
    long DistanceOf(PodFacts pod, NodeInfo node) => 0;
}
