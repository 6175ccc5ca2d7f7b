using Kube.Api.Core.V1;

namespace Kube.Controllers.NodeLifecycle;

/// <summary>The taints that a node's conditions call for. Pure. Taints with other keys are the user's and stay.</summary>
internal static class NodeTaints
{
    public const string NotReady = "node.kubernetes.io/not-ready";
    public const string Unreachable = "node.kubernetes.io/unreachable";
    public const string Unschedulable = "node.kubernetes.io/unschedulable";
    public const string MemoryPressure = "node.kubernetes.io/memory-pressure";
    public const string DiskPressure = "node.kubernetes.io/disk-pressure";
    public const string PidPressure = "node.kubernetes.io/pid-pressure";
    public const string NetworkUnavailable = "node.kubernetes.io/network-unavailable";
    public const string OutOfService = "node.kubernetes.io/out-of-service";

    private static readonly (string Key, string Effect)[] s_managed =
    [
        (NotReady, TaintEffect.NoSchedule), (Unreachable, TaintEffect.NoSchedule), (Unschedulable, TaintEffect.NoSchedule),
        (MemoryPressure, TaintEffect.NoSchedule), (DiskPressure, TaintEffect.NoSchedule), (PidPressure, TaintEffect.NoSchedule),
        (NetworkUnavailable, TaintEffect.NoSchedule), (NotReady, TaintEffect.NoExecute), (Unreachable, TaintEffect.NoExecute),
    ];

    /// <summary>
    /// All taints the node should have; ones that stay keep the time they were added. <paramref name="evict"/> is false while no node of the
    /// cluster is ready: then the fault is more likely ours than theirs, and pods are left where they are.
    /// </summary>
    public static List<Taint> Of(Node node, bool evict, DateTime now)
    {
        var wanted = WantedOf(node, evict).ToList();
        var before = node.Spec?.Taints ?? [];
        var kept = before.Where(taint => !s_managed.Contains((taint.Key ?? string.Empty, taint.Effect ?? string.Empty)) || wanted.Contains((taint.Key!, taint.Effect!)));
        var added = wanted.Where(taint => !before.Exists(old => old.Key == taint.Key && old.Effect == taint.Effect));
        return [.. kept, .. added.Select(taint => new Taint { Key = taint.Key, Effect = taint.Effect, TimeAdded = now })];
    }

    /// <summary>Status of the node's condition of that type; Unknown when it has none.</summary>
    public static string ConditionOf(Node node, string type) =>
        node.Status?.Conditions?.Find(condition => condition.Type == type)?.Status ?? ConditionStatus.Unknown;

    private static IEnumerable<(string Key, string Effect)> WantedOf(Node node, bool evict)
    {
        if (node.Spec?.Unschedulable == true)
        {
            yield return (Unschedulable, TaintEffect.NoSchedule);
        }

        var reported = node.Status?.Conditions?.Exists(condition => condition.Type == NodeConditionType.Ready) == true;
        var reason = ConditionOf(node, NodeConditionType.Ready) switch
        {
            ConditionStatus.True => null,
            ConditionStatus.False => NotReady,
            _ => reported ? Unreachable : NotReady,
        };
        if (reason is not null)
        {
            yield return (reason, TaintEffect.NoSchedule);
        }

        if (reason is not null && reported && evict)
        {
            yield return (reason, TaintEffect.NoExecute);
        }

        (string Condition, string Taint)[] pressures =
        [
            (NodeConditionType.MemoryPressure, MemoryPressure), (NodeConditionType.DiskPressure, DiskPressure),
            (NodeConditionType.PIDPressure, PidPressure), (NodeConditionType.NetworkUnavailable, NetworkUnavailable),
        ];
        foreach (var (condition, taint) in pressures)
        {
            if (ConditionOf(node, condition) == ConditionStatus.True)
            {
                yield return (taint, TaintEffect.NoSchedule);
            }
        }
    }
}
