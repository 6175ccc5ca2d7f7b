using System.Globalization;
using Kube.Api;
using Kube.Api.Apps.V1;

namespace Kube.Controllers.Deployments;

/// <summary>
/// The arithmetic of a rolling update: never more than desired + maxSurge pods, never fewer than desired - maxUnavailable available ones.
/// One step either grows the current ReplicaSet or shrinks old ones; the next step follows when the effect of this one is visible.
/// </summary>
internal static class Rolling
{
    /// <summary>
    /// Numbers for maxSurge and maxUnavailable, which may be percentages of <paramref name="desired"/>: surge rounds up, unavailable down.
    /// Both 0 could never move, so unavailable becomes 1.
    /// </summary>
    public static (int Surge, int Unavailable) ResolveFenceposts(IntOrString? maxSurge, IntOrString? maxUnavailable, int desired)
    {
        var surge = Scaled(maxSurge ?? 0, desired, Math.Ceiling);
        var unavailable = Scaled(maxUnavailable ?? 0, desired, Math.Floor);
        return surge == 0 && unavailable == 0 ? (0, 1) : (surge, unavailable);
    }

    /// <summary>What the current ReplicaSet should be scaled to now.</summary>
    public static int CurrentReplicas(Rollout rollout)
    {
        var wanted = rollout.Current?.Wanted() ?? 0;
        if (!rollout.IsRolling || wanted >= rollout.Desired)
        {
            return rollout.Desired;
        }

        var room = rollout.Desired + rollout.MaxSurge - rollout.All.Sum(set => set.Wanted());
        return room <= 0 ? wanted : wanted + Math.Min(room, rollout.Desired - wanted);
    }

    /// <summary>How to shrink the old ReplicaSets now: first what is broken anyway, then healthy pods as far as availability allows. Empty when nothing may go.</summary>
    public static IReadOnlyList<Resize> ShrinkOld(Rollout rollout)
    {
        var sizes = rollout.Old.Where(set => set.Wanted() > 0).ToDictionary(set => set, set => set.Wanted());
        if (sizes.Count == 0 || rollout.Current is not { } current)
        {
            return [];
        }

        var minAvailable = rollout.Desired - rollout.MaxUnavailable;
        var currentUnavailable = current.Wanted() - current.Available();
        var mayGo = sizes.Values.Sum() + current.Wanted() - minAvailable - currentUnavailable;
        if (mayGo <= 0)
        {
            return [];
        }

        Take(sizes, mayGo, (set, size) => size - Math.Min(size, set.Available()));

        // A status may lag behind a size that was just reduced: what is already to go cannot be counted on.
        var available = sizes.Sum(entry => Math.Min(entry.Key.Available(), entry.Value)) + current.Available();
        Take(sizes, available - minAvailable, (_, size) => size);
        return [.. sizes.Where(entry => entry.Value != entry.Key.Wanted()).Select(entry => new Resize(entry.Key, entry.Value))];
    }

    /// <summary>Takes up to <paramref name="budget"/> replicas away, oldest ReplicaSet first, at most <paramref name="spare"/> from each.</summary>
    private static void Take(Dictionary<ReplicaSet, int> sizes, int budget, Func<ReplicaSet, int, int> spare)
    {
        foreach (var (set, size) in sizes.OrderBy(entry => entry.Key.Metadata?.CreationTimestamp).ToList())
        {
            if (budget <= 0)
            {
                return;
            }

            var taken = Math.Min(budget, spare(set, size));
            sizes[set] = size - taken;
            budget -= taken;
        }
    }

    private static int Scaled(IntOrString value, int total, Func<decimal, decimal> round)
    {
        if (!value.IsString)
        {
            return value.Int;
        }

        return int.TryParse(value.String!.TrimEnd('%'), NumberStyles.None, CultureInfo.InvariantCulture, out var percent)
            ? (int)round(percent * (decimal)total / 100)
            : 0;
    }
}
