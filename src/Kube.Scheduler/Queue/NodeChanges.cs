using Kube.Api.Core.V1;
using Kube.Scheduler.Nodes;

namespace Kube.Scheduler.Queue;

/// <summary>What changed between two versions of a node, in the words rules wait for. Pure; a heartbeat is no change.</summary>
internal static class NodeChanges
{
    public static ClusterEvent Between(Node before, Node after)
    {
        var events = ClusterEvent.None;
        if (!ResourceAmounts.From(before.Status?.Allocatable).SameAs(ResourceAmounts.From(after.Status?.Allocatable)))
        {
            events |= ClusterEvent.NodeAllocatable;
        }

        if (!PodChanges.SameMap(before.Metadata?.Labels, after.Metadata?.Labels))
        {
            events |= ClusterEvent.NodeLabels;
        }

        if (!SameTaints(before, after) || (before.Spec?.Unschedulable ?? false) != (after.Spec?.Unschedulable ?? false))
        {
            events |= ClusterEvent.NodeTaints;
        }

        return events;
    }

    private static bool SameTaints(Node before, Node after) => (before.Spec?.Taints ?? []).Select(Key).SequenceEqual((after.Spec?.Taints ?? []).Select(Key));

    private static (string?, string?, string?) Key(Taint taint) => (taint.Key, taint.Value, taint.Effect);
}
