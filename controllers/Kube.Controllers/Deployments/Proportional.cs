using Kube.Api.Apps.V1;

namespace Kube.Controllers.Deployments;

/// <summary>
/// Scaling while a rollout is under way or paused: the difference is spread over the ReplicaSets in proportion to their sizes, so that
/// a broken new version does not get all the new pods. What rounding leaves goes to the largest.
/// </summary>
internal static class Proportional
{
    /// <summary>The new size of each active ReplicaSet, unchanged ones too: their desired-replicas annotation must follow.</summary>
    public static IReadOnlyList<Resize> Plan(Rollout rollout)
    {
        var active = rollout.All.Where(set => set.Wanted() > 0).ToList();
        var allowed = rollout.Desired > 0 ? rollout.Desired + rollout.MaxSurge : 0;
        var toAdd = allowed - active.Sum(set => set.Wanted());
        var order = Order(active, growing: toAdd > 0);
        var plan = new List<Resize>(order.Count);
        var added = 0;
        foreach (var set in order)
        {
            var share = Share(rollout, set, toAdd, added);
            added += share;
            plan.Add(new Resize(set, set.Wanted() + share));
        }

        if (plan.Count > 0 && toAdd != added)
        {
            plan[0] = plan[0] with { Replicas = Math.Max(0, plan[0].Replicas + toAdd - added) };
        }

        return plan;
    }

    /// <summary>Largest first; of equals the newer when growing, the older when shrinking.</summary>
    private static List<ReplicaSet> Order(List<ReplicaSet> sets, bool growing)
    {
        var bySize = sets.OrderByDescending(set => set.Wanted());
        return growing
            ? [.. bySize.ThenByDescending(set => set.Metadata?.CreationTimestamp)]
            : [.. bySize.ThenBy(set => set.Metadata?.CreationTimestamp)];
    }

    private static int Share(Rollout rollout, ReplicaSet set, int toAdd, int added)
    {
        if (toAdd == added)
        {
            return 0;
        }

        var fraction = Fraction(rollout, set);
        return toAdd > 0 ? Math.Min(fraction, toAdd - added) : Math.Max(fraction, toAdd - added);
    }

    /// <summary>By how much the set would change if it kept its share of the whole.</summary>
    private static int Fraction(Rollout rollout, ReplicaSet set)
    {
        if (rollout.Desired == 0)
        {
            return -set.Wanted();
        }

        var before = Revision.MaxReplicas(set) is { } annotated and > 0 ? annotated : rollout.Deployment.Status?.Replicas ?? 0;
        return before == 0
            ? 0
            : (int)Math.Round((decimal)set.Wanted() * (rollout.Desired + rollout.MaxSurge) / before, MidpointRounding.AwayFromZero) - set.Wanted();
    }
}
