using Kube.Api.Core.V1;
using Kube.Scheduler.Nodes;

namespace Kube.Scheduler.Queue;

/// <summary>What changed between two versions of an object, in the words rules wait for. Pure.</summary>
internal static class PodChanges
{
    /// <summary>A waiting pod; changes of its status alone are none.</summary>
    public static ClusterEvent Between(Pod before, Pod after)
    {
        var events = ClusterEvent.None;
        if (!SameMap(before.Metadata?.Labels, after.Metadata?.Labels))
        {
            events |= ClusterEvent.PodLabels;
        }

        if (!SameTolerations(before.Spec?.Tolerations, after.Spec?.Tolerations))
        {
            events |= ClusterEvent.PodTolerations;
        }

        if (PodRequests.Of(after.Spec).HasLessThan(PodRequests.Of(before.Spec)))
        {
            events |= ClusterEvent.PodScaledDown;
        }

        if ((before.Spec?.SchedulingGates?.Count ?? 0) != (after.Spec?.SchedulingGates?.Count ?? 0)
            || !SameMap(before.Spec?.NodeSelector, after.Spec?.NodeSelector))
        {
            events |= ClusterEvent.PodSpec;
        }

        return events;
    }

    /// <summary>A pod that has a node.</summary>
    public static ClusterEvent BetweenAssigned(Pod before, Pod after)
    {
        var events = ClusterEvent.None;
        if (!SameMap(before.Metadata?.Labels, after.Metadata?.Labels))
        {
            events |= ClusterEvent.AssignedPodLabels;
        }

        return PodRequests.Of(after.Spec).HasLessThan(PodRequests.Of(before.Spec)) ? events | ClusterEvent.AssignedPodScaledDown : events;
    }

    public static bool SameMap(IReadOnlyDictionary<string, string>? left, IReadOnlyDictionary<string, string>? right)
    {
        if ((left?.Count ?? 0) != (right?.Count ?? 0))
        {
            return false;
        }

        return left is null || left.All(pair => right!.TryGetValue(pair.Key, out var value) && value == pair.Value);
    }

    private static bool SameTolerations(List<Toleration>? left, List<Toleration>? right) =>
        (left ?? []).Select(Key).SequenceEqual((right ?? []).Select(Key));

    private static (string?, string?, string?, string?) Key(Toleration toleration) =>
        (toleration.Key, toleration.Operator, toleration.Value, toleration.Effect);
}
