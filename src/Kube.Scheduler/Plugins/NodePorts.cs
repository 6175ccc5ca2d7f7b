using Kube.Scheduler.Framework;
using Kube.Scheduler.Nodes;
using Kube.Scheduler.Queue;

namespace Kube.Scheduler.Plugins;

/// <summary>Rejects nodes where a host port of the pod is taken.</summary>
internal sealed class NodePorts : IPreFilter, IFilter
{
    private static readonly Verdict s_taken = Verdict.Unschedulable("node(s) didn't have free ports for the requested pod ports");

    public string Name => nameof(NodePorts);

    public ClusterEvent RetryOn => ClusterEvent.NodeAdded | ClusterEvent.AssignedPodDeleted;

    public Verdict PreFilter(CycleState cycle, PodFacts pod, Snapshot nodes) => pod.HostPorts.Length == 0 ? Verdict.Skip : Verdict.Success;

    public Verdict Filter(CycleState cycle, PodFacts pod, NodeInfo node)
    {
        foreach (var wanted in pod.HostPorts)
        {
            for (var i = 0; i < node.UsedPorts.Count; i++)
            {
                if (wanted.ConflictsWith(node.UsedPorts[i]))
                {
                    return s_taken;
                }
            }
        }

        return Verdict.Success;
    }
}
