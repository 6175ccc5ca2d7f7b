using Kube.Api.Core.V1;
using Kube.Api.Scheduling;
using Kube.Scheduler.Framework;
using Kube.Scheduler.Nodes;
using Kube.Scheduler.Queue;

namespace Kube.Scheduler.Plugins;

/// <summary>Rejects nodes that have not enough left of what the pod asks for; prefers nodes that would have most left (LeastAllocated over cpu and memory).</summary>
internal sealed class NodeResourcesFit : IExplain, IScore
{
    private const long Million = 1_000_000;

    private static readonly string[] s_common = [ResourceName.Cpu, ResourceName.Memory, ResourceName.EphemeralStorage];

    // One answer for each set of shortages: bit 0 is room for one more pod, the next ones the common resources.
    private static readonly Verdict[] s_short = [.. Enumerable.Range(0, 16).Select(set => Verdict.Unschedulable([.. Reasons(set)]))];
    private static readonly Verdict[] s_hopeless = [.. Enumerable.Range(0, 16).Select(set => Verdict.Unresolvable([.. Reasons(set)]))];

    public string Name => nameof(NodeResourcesFit);

    public ClusterEvent RetryOn => ClusterEvent.NodeAdded | ClusterEvent.NodeAllocatable | ClusterEvent.AssignedPodDeleted
        | ClusterEvent.AssignedPodScaledDown | ClusterEvent.PodScaledDown;

    public Verdict Filter(CycleState cycle, PodFacts pod, NodeInfo node) => Fits(pod, node) ? Verdict.Success : Explain(pod, node);

    public List<DecisionNeed> Explain(CycleState cycle, PodFacts pod, NodeInfo node)
    {
        var needs = new List<DecisionNeed>();
        if (node.Pods.Count + 1 > node.Allocatable.PodCount)
        {
            needs.Add(Need(ResourceName.Pods, 1, node.Allocatable.PodCount - node.Pods.Count, node.Allocatable.PodCount));
        }

        foreach (var name in Names(pod))
        {
            var (wants, has, used) = (pod.Requests.Get(name), node.Allocatable.Get(name), node.Requested.Get(name));
            if (Lacks(wants, has, used))
            {
                needs.Add(Need(name, wants, has - used, has));
            }
        }

        return needs;
    }

    /// <summary>The share of what is asked for that is short, in millionths, of the resource that is shortest.</summary>
    public long DistanceOf(PodFacts pod, NodeInfo node)
    {
        var worst = node.Pods.Count + 1 > node.Allocatable.PodCount ? Million : 0L;
        worst = Math.Max(worst, Shortage(pod.Requests.MilliCpu, node.Allocatable.MilliCpu - node.Requested.MilliCpu));
        worst = Math.Max(worst, Shortage(pod.Requests.Memory, node.Allocatable.Memory - node.Requested.Memory));
        return Math.Max(worst, Shortage(pod.Requests.EphemeralStorage, node.Allocatable.EphemeralStorage - node.Requested.EphemeralStorage));
    }

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

    private static string[] Names(PodFacts pod) => pod.Requests.Extended.Count == 0 ? s_common : [.. s_common, .. pod.Requests.Extended.Keys];

    private static DecisionNeed Need(string resource, long wants, long has, long all) => new()
    {
        Kind = DecisionNeedKind.Resource,
        Name = resource,
        Wants = NodeAmounts.Text(resource, wants),
        Has = NodeAmounts.Text(resource, Math.Max(0, has)),
        Of = NodeAmounts.Text(resource, all),
    };

    private static long Shortage(long wants, long free) => wants <= 0 || wants <= free ? 0 : (long)((wants - free) * (double)Million / wants);

    private static bool Lacks(long wants, long allocatable, long requested) => wants > 0 && wants > allocatable - requested;

    /// <summary>
    /// Off the fast path: names everything that is short. What the node never had, no deletion of pods brings. In a full cluster every node ends here,
    /// so the answers about the common resources are made once.
    /// </summary>
    private static Verdict Explain(PodFacts pod, NodeInfo node)
    {
        var shortages = 0;
        var hopeless = false;
        if (node.Pods.Count + 1 > node.Allocatable.PodCount)
        {
            shortages = 1;
            hopeless = node.Allocatable.PodCount == 0;
        }

        for (var i = 0; i < s_common.Length; i++)
        {
            var wants = pod.Requests.Get(s_common[i]);
            if (Lacks(wants, node.Allocatable.Get(s_common[i]), node.Requested.Get(s_common[i])))
            {
                shortages |= 2 << i;
                hopeless |= wants > node.Allocatable.Get(s_common[i]);
            }
        }

        return pod.Requests.Extended.Count == 0 ? (hopeless ? s_hopeless : s_short)[shortages] : WithExtended(pod, node, shortages, hopeless);
    }

    private static Verdict WithExtended(PodFacts pod, NodeInfo node, int shortages, bool hopeless)
    {
        var reasons = Reasons(shortages);
        foreach (var (name, wants) in pod.Requests.Extended)
        {
            if (Lacks(wants, node.Allocatable.Get(name), node.Requested.Get(name)))
            {
                reasons.Add($"Insufficient {name}");
                hopeless |= wants > node.Allocatable.Get(name);
            }
        }

        return hopeless ? Verdict.Unresolvable([.. reasons]) : Verdict.Unschedulable([.. reasons]);
    }

    private static List<string> Reasons(int shortages) =>
    [
        .. (shortages & 1) != 0 ? (string[])["Too many pods"] : [],
        .. s_common.Where((_, i) => (shortages & (2 << i)) != 0).Select(name => $"Insufficient {name}"),
    ];
}
