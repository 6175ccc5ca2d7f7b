using Kube.Scheduler.Framework;
using Kube.Scheduler.Nodes;

namespace Kube.Scheduler.Plugins;

/// <summary>Prefers nodes whose cpu and memory would be used to the same degree, so that neither is left over where the other is gone.</summary>
internal sealed class NodeResourcesBalancedAllocation : IPreScore, IScore
{
    public string Name => nameof(NodeResourcesBalancedAllocation);

    public Verdict PreScore(CycleState cycle, PodFacts pod, Snapshot nodes, IReadOnlyList<NodeInfo> feasible) =>
        pod.Requests.IsEmpty ? Verdict.Skip : Verdict.Success;

    public long Rate(CycleState cycle, PodFacts pod, NodeInfo node)
    {
        if (node.Allocatable.MilliCpu == 0 || node.Allocatable.Memory == 0)
        {
            return Score.Max;
        }

        var cpu = Share(node.Requested.MilliCpu + pod.Requests.MilliCpu, node.Allocatable.MilliCpu);
        var memory = Share(node.Requested.Memory + pod.Requests.Memory, node.Allocatable.Memory);
        var deviation = Math.Abs(cpu - memory) / 2;
        return (long)((1 - deviation) * Score.Max);
    }

    private static double Share(long requested, long allocatable) => Math.Min(1, (double)requested / allocatable);
}
