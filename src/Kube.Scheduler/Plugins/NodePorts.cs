using System.Globalization;
using Kube.Api.Scheduling;
using Kube.Scheduler.Framework;
using Kube.Scheduler.Nodes;
using Kube.Scheduler.Queue;

namespace Kube.Scheduler.Plugins;

/// <summary>Rejects nodes where a host port of the pod is taken.</summary>
internal sealed class NodePorts : IPreFilter, IExplain
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

    public List<DecisionNeed> Explain(CycleState cycle, PodFacts pod, NodeInfo node) =>
    [
        .. from wanted in pod.HostPorts
           let holder = node.Pods.FirstOrDefault(other => other.HostPorts.Any(port => wanted.ConflictsWith(port)))
           where holder is not null
           select new DecisionNeed
           {
               Kind = DecisionNeedKind.Port,
               Name = wanted.Protocol,
               Wants = wanted.Port.ToString(CultureInfo.InvariantCulture),
               Has = holder.ToString(),
           },
    ];
}
