using Kube.Api.Coordination.V1;
using Kube.Api.Core.V1;

namespace Kube.Controllers.NodeLifecycle;

/// <summary>
/// When each node was last heard of. A heartbeat is a change of its Lease or of its reported status, and it counts from when we saw it: clocks of
/// nodes are not trusted, and a controller that has just started gives every node the full grace period. Safe for concurrent use.
/// </summary>
internal sealed class NodeHealth
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Heartbeat> _byNode = [];

    /// <summary>Takes in what the node says now, and answers when it was last heard of.</summary>
    public DateTime LastHeard(Node node, Lease? lease, DateTime now)
    {
        var ready = node.Status?.Conditions?.Find(condition => condition.Type == NodeConditionType.Ready);
        // Conditions we set ourselves are no sign of life.
        var reported = ready?.Status == ConditionStatus.Unknown ? null : ready?.LastHeartbeatTime;
        lock (_lock)
        {
            var name = node.Metadata!.Name!;
            if (_byNode.TryGetValue(name, out var before) && before.Uid == node.Metadata.Uid
                && (reported is null || before.Reported >= reported) && (lease?.Spec?.RenewTime is null || before.Renewed >= lease.Spec.RenewTime))
            {
                return before.Seen;
            }

            _byNode[name] = new Heartbeat(node.Metadata.Uid, reported ?? before?.Reported, lease?.Spec?.RenewTime ?? before?.Renewed, now);
            return now;
        }
    }

    /// <summary>The node is gone.</summary>
    public void Forget(string node)
    {
        lock (_lock)
        {
            _byNode.Remove(node);
        }
    }

    /// <summary>
    /// The conditions of a node that has fallen silent: whatever it reported is Unknown now. Null when they say so already. Pure.
    /// </summary>
    public static List<NodeCondition>? Silenced(Node node, DateTime now)
    {
        var conditions = node.Status?.Conditions?.ToList() ?? [];
        var changed = false;
        foreach (var type in new[] { NodeConditionType.Ready, NodeConditionType.MemoryPressure, NodeConditionType.DiskPressure, NodeConditionType.PIDPressure })
        {
            var index = conditions.FindIndex(condition => condition.Type == type);
            if (index < 0)
            {
                conditions.Add(Unknown(type, "NodeStatusNeverUpdated", "Kubelet never posted node status.", null, now));
                changed = true;
            }
            else if (conditions[index].Status != ConditionStatus.Unknown)
            {
                conditions[index] = Unknown(type, "NodeStatusUnknown", "Kubelet stopped posting node status.", conditions[index].LastHeartbeatTime, now);
                changed = true;
            }
        }

        return changed ? conditions : null;
    }

    private static NodeCondition Unknown(string type, string reason, string message, DateTime? heartbeat, DateTime now) => new()
    {
        Type = type,
        Status = ConditionStatus.Unknown,
        Reason = reason,
        Message = message,
        LastHeartbeatTime = heartbeat ?? now,
        LastTransitionTime = now,
    };

    private sealed record Heartbeat(string? Uid, DateTime? Reported, DateTime? Renewed, DateTime Seen);
}
