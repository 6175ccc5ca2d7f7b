using Kube.Api.Core.V1;
using Kube.Scheduler.Framework;
using Kube.Scheduler.Nodes;
using Kube.Scheduler.Queue;

namespace Kube.Scheduler.Plugins;

/// <summary>Rejects nodes that have not enough left of what the pod asks for; prefers nodes that would have most left (LeastAllocated over cpu and memory).</summary>
internal sealed class NodeResourcesFit : IFilter, IScore
{
    public string Name => nameof(NodeResourcesFit);

    public ClusterEvent RetryOn => ClusterEvent.NodeAdded | ClusterEvent.NodeAllocatable | ClusterEvent.AssignedPodDeleted
        | ClusterEvent.AssignedPodScaledDown | ClusterEvent.PodScaledDown;

    public Verdict Filter(CycleState cycle, PodFacts pod, NodeInfo node) => Fits(pod, node) ? Verdict.Success : Explain(pod, node);

    public long Rate(CycleState cycle, PodFacts pod, NodeInfo node)
    {
        long sum = 0, counted = 0;
        Add(node.Allocatable.MilliCpu, node.ScoringRequested.MilliCpu + pod.ScoringRequests.MilliCpu, ref sum, ref counted);
        Add(node.Allocatable.Memory, node.ScoringRequested.Memory + pod.ScoringRequests.Memory, ref sum, ref counted);
        return counted == 0 ? 0 : sum / counted;
    }

    private static void Add(long capacity, long requested, ref long sum, ref long counted)
    {
        if (capacity == 0)
        {
            return;
        }

        counted++;
        sum += requested > capacity ? 0 : (capacity - requested) * Score.Max / capacity;
    }

    private static bool Fits(PodFacts pod, NodeInfo node)
    {
        var wants = pod.Requests;
        if (node.Pods.Count + 1 > node.Allocatable.PodCount || Lacks(wants.MilliCpu, node.Allocatable.MilliCpu, node.Requested.MilliCpu)
            || Lacks(wants.Memory, node.Allocatable.Memory, node.Requested.Memory)
            || Lacks(wants.EphemeralStorage, node.Allocatable.EphemeralStorage, node.Requested.EphemeralStorage))
        {
            return false;
        }

        if (wants.Extended.Count == 0)
        {
            return true;
        }

        foreach (var (name, amount) in wants.Extended)
        {
            if (Lacks(amount, node.Allocatable.Get(name), node.Requested.Get(name)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Lacks(long wants, long allocatable, long requested) => wants > 0 && wants > allocatable - requested;

    /// <summary>Off the fast path: names everything that is short. What the node never had, no deletion of pods brings.</summary>
    private static Verdict Explain(PodFacts pod, NodeInfo node)
    {
        var reasons = new List<string>();
        var hopeless = false;
        if (node.Pods.Count + 1 > node.Allocatable.PodCount)
        {
            reasons.Add("Too many pods");
            hopeless = node.Allocatable.PodCount == 0;
        }

        string[] names = [ResourceName.Cpu, ResourceName.Memory, ResourceName.EphemeralStorage, .. pod.Requests.Extended.Keys];
        foreach (var name in names)
        {
            var wants = pod.Requests.Get(name);
            if (Lacks(wants, node.Allocatable.Get(name), node.Requested.Get(name)))
            {
                reasons.Add($"Insufficient {name}");
                hopeless |= wants > node.Allocatable.Get(name);
            }
        }

        return hopeless ? Verdict.Unresolvable([.. reasons]) : Verdict.Unschedulable([.. reasons]);
    }
}
