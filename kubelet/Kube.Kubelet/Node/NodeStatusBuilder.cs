using Kube.Api.Core.V1;

namespace Kube.Kubelet.Node;

/// <summary>The node's status from what was observed and what it was before. Pure.</summary>
internal static class NodeStatusBuilder
{
    private const int MaxImages = 50;

    public static NodeStatus Build(NodeObservation seen, NodeStatus? last)
    {
        var facts = seen.Facts;
        List<NodeAddress> addresses = [new() { Type = NodeAddressType.Hostname, Address = facts.Name }];
        if (facts.Address.Length > 0)
        {
            addresses.Insert(0, new NodeAddress { Type = NodeAddressType.InternalIP, Address = facts.Address });
        }

        if (facts.ServingName is { } name)
        {
            addresses.Add(new NodeAddress { Type = NodeAddressType.InternalDNS, Address = name });
        }

        return new NodeStatus
        {
            Capacity = facts.Capacity.ToDictionary(),
            Allocatable = facts.Allocatable.ToDictionary(),
            Addresses = addresses,
            DaemonEndpoints = new NodeDaemonEndpoints { KubeletEndpoint = new DaemonEndpoint { Port = seen.Port } },
            NodeInfo = seen.System,
            Images = [.. seen.Images.Where(i => i.Names.Count > 0).OrderByDescending(i => i.SizeBytes).Take(MaxImages)
                .Select(i => new ContainerImage { Names = [.. i.Names], SizeBytes = i.SizeBytes })],
            Conditions = Conditions(seen, last),
        };
    }

    /// <summary>Whether two statuses say the same, heartbeat times aside.</summary>
    public static bool SaysTheSame(NodeStatus? left, NodeStatus right)
    {
        if (left is null)
        {
            return false;
        }

        return Text(left) == Text(right);

        static string Text(NodeStatus status)
        {
            var copy = Api.ApiJson.Clone(new Api.Core.V1.Node { Status = status }).Status!;
            var conditions = copy.Conditions ?? [];
            conditions.RemoveAll(c => c.Type == NodeConditionType.NetworkUnavailable);
            conditions.ForEach(c => c.LastHeartbeatTime = null);
            copy.Conditions = [.. conditions.OrderBy(c => c.Type, StringComparer.Ordinal)];
            return System.Text.Encoding.UTF8.GetString(Api.ApiJson.Serialize(new Api.Core.V1.Node
            {
                Status = new NodeStatus
                {
                    Capacity = copy.Capacity, Allocatable = copy.Allocatable, Addresses = copy.Addresses, Conditions = copy.Conditions,
                    DaemonEndpoints = copy.DaemonEndpoints, NodeInfo = copy.NodeInfo, Images = copy.Images,
                },
            }));
        }
    }

    private static List<NodeCondition> Conditions(NodeObservation seen, NodeStatus? last)
    {
        var pressure = seen.Pressure;
        List<NodeCondition> all =
        [
            Make(NodeConditionType.MemoryPressure, pressure.Memory, "KubeletHasInsufficientMemory", "kubelet has insufficient memory available", "KubeletHasSufficientMemory", "kubelet has sufficient memory available"),
            Make(NodeConditionType.DiskPressure, pressure.Disk, "KubeletHasDiskPressure", "kubelet has disk pressure", "KubeletHasNoDiskPressure", "kubelet has no disk pressure"),
            Make(NodeConditionType.PIDPressure, pressure.Pids, "KubeletHasInsufficientPID", "kubelet has insufficient PID available", "KubeletHasSufficientPID", "kubelet has sufficient PID available"),
            Make(NodeConditionType.Ready, seen.Trouble is null, "KubeletReady", "kubelet is posting ready status", "KubeletNotReady", seen.Trouble ?? ""),
        ];
        var now = new DateTime(seen.Now.Ticks - (seen.Now.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Utc);
        foreach (var condition in all)
        {
            var before = last?.Conditions?.FirstOrDefault(c => c.Type == condition.Type);
            condition.LastHeartbeatTime = now;
            condition.LastTransitionTime = before is not null && before.Status == condition.Status ? before.LastTransitionTime : now;
        }

        return all;
    }

    private static NodeCondition Make(string type, bool value, string trueReason, string trueMessage, string falseReason, string falseMessage) => new()
    {
        Type = type,
        Status = value ? ConditionStatus.True : ConditionStatus.False,
        Reason = value ? trueReason : falseReason,
        Message = value ? trueMessage : falseMessage,
    };
}
