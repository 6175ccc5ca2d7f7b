namespace Kube.Controllers.Deployments;

/// <summary>Which ReplicaSets follow when a Deployment's size changes outside a rollout step.</summary>
internal static class Scaling
{
    /// <summary>
    /// With one ReplicaSet in use, that one. With a finished rollout, what is left of old ones goes. In the middle of a rolling update, all in proportion.
    /// </summary>
    public static IReadOnlyList<Resize> Plan(Rollout rollout)
    {
        var active = rollout.All.Where(set => set.Wanted() > 0).ToList();
        if (active.Count <= 1)
        {
            // The newest one where none is in use.
            var only = active.Count == 1 ? active[0] : rollout.Current ?? (rollout.Old.Count > 0 ? rollout.Old[^1] : null);
            return only is null || only.Wanted() == rollout.Desired && Revision.DesiredReplicas(only) == rollout.Desired ? [] : [new Resize(only, rollout.Desired)];
        }

        if (IsSaturated(rollout))
        {
            return [.. rollout.Old.Where(set => set.Wanted() > 0).Select(set => new Resize(set, 0))];
        }

        // Recreate: sizes stay until the old pods are gone, but the new size counts as seen.
        return rollout.IsRolling ? Proportional.Plan(rollout) : [.. active.Select(set => new Resize(set, set.Wanted()))];
    }

    private static bool IsSaturated(Rollout rollout) => rollout.Current is { } current
        && current.Wanted() == rollout.Desired && Revision.DesiredReplicas(current) == rollout.Desired && current.Available() == rollout.Desired;
}
