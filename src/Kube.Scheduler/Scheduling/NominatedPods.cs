using System.Collections.Concurrent;
using Kube.Scheduler.Nodes;

namespace Kube.Scheduler.Scheduling;

/// <summary>Waiting pods for which room is being made on a node. Safe to call at any time.</summary>
internal sealed class NominatedPods
{
    private readonly ConcurrentDictionary<string, (PodFacts Pod, string Node)> _pods = new(StringComparer.Ordinal);

    public bool IsEmpty => _pods.IsEmpty;

    public void Set(PodFacts pod, string? node)
    {
        if (node is null)
        {
            _pods.TryRemove(pod.Uid, out _);
        }
        else
        {
            _pods[pod.Uid] = (pod, node);
        }
    }

    public void Remove(string uid) => _pods.TryRemove(uid, out _);

    /// <summary>The node with the other pods of equal or higher priority that were promised room on it; null when there are none.</summary>
    public NodeInfo? On(NodeInfo node, PodFacts pod)
    {
        NodeInfo? crowded = null;
        foreach (var (other, name) in _pods.Values)
        {
            if (name == node.Name && other.Uid != pod.Uid && other.Priority >= pod.Priority && !Contains(node, other))
            {
                crowded ??= node.Copy();
                crowded.AddPod(other, new PodShape(other.Shape, other.Namespace, other.Labels));
            }
        }

        return crowded;
    }

    private static bool Contains(NodeInfo node, PodFacts pod)
    {
        foreach (var present in node.Pods)
        {
            if (present.Uid == pod.Uid)
            {
                return true;
            }
        }

        return false;
    }
}
