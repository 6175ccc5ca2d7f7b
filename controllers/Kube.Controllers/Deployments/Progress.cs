using Kube.Api;
using Kube.Api.Apps.V1;
using Kube.Api.Core.V1;
using Kube.Controllers.Runtime;

namespace Kube.Controllers.Deployments;

/// <summary>What a Deployment's status says: counts, availability, and whether the rollout moves, has ended or is stuck.</summary>
internal static class Progress
{
    /// <summary>Reasons of the Progressing condition.</summary>
    public const string NewSetCreated = "NewReplicaSetCreated", SetFound = "FoundNewReplicaSet", SetUpdated = "ReplicaSetUpdated",
        SetAvailable = "NewReplicaSetAvailable", SetCreateError = "ReplicaSetCreateError", DeadlineExceeded = "ProgressDeadlineExceeded",
        Paused = "DeploymentPaused", Resumed = "DeploymentResumed";

    /// <summary>Reasons of the Available condition.</summary>
    public const string MinimumAvailable = "MinimumReplicasAvailable", MinimumUnavailable = "MinimumReplicasUnavailable";

    /// <summary>Whether a deadline is set: the API's way of saying "none" is the largest number.</summary>
    public static bool HasDeadline(Deployment deployment) => deployment.Spec?.ProgressDeadlineSeconds is { } seconds && seconds != int.MaxValue;

    /// <summary>The counts and the Available condition; other conditions carry over.</summary>
    public static DeploymentStatus Count(Rollout rollout, DateTime now)
    {
        var before = rollout.Deployment.Status;
        var available = rollout.All.Sum(set => set.Available());
        var status = new DeploymentStatus
        {
            ObservedGeneration = rollout.Deployment.Metadata?.Generation,
            Replicas = Written(rollout.All.Sum(set => set.Existing())),
            UpdatedReplicas = Written(rollout.Current?.Existing() ?? 0),
            ReadyReplicas = Written(rollout.All.Sum(set => set.Status?.ReadyReplicas ?? 0)),
            AvailableReplicas = Written(available),
            UnavailableReplicas = Written(Math.Max(0, rollout.All.Sum(set => set.Wanted()) - available)),
            TerminatingReplicas = rollout.All.Sum(set => set.Status?.TerminatingReplicas ?? 0),
            CollisionCount = before?.CollisionCount,
            Conditions = [.. before?.Conditions ?? []],
        };
        Set(status, available >= rollout.Desired - rollout.MaxUnavailable
            ? Condition(DeploymentConditionType.Available, ConditionStatus.True, MinimumAvailable, "Deployment has minimum availability.", now)
            : Condition(DeploymentConditionType.Available, ConditionStatus.False, MinimumUnavailable, "Deployment does not have minimum availability.", now));
        return status;
    }

    /// <summary>The full status during a rollout: counts, Progressing and ReplicaFailure.</summary>
    public static DeploymentStatus Of(Rollout rollout, DateTime now)
    {
        var status = Count(rollout, now);
        var deployment = rollout.Deployment;
        var progressing = Find(deployment.Status, DeploymentConditionType.Progressing);
        if (!HasDeadline(deployment))
        {
            Remove(status, DeploymentConditionType.Progressing);
        }
        else if (progressing?.Reason != SetAvailable || status.Replicas != status.UpdatedReplicas)
        {
            SetProgressing(rollout, status, progressing, now);
        }

        if (Failure(rollout) is { } failure)
        {
            Set(status, Condition(DeploymentConditionType.ReplicaFailure, failure.Status!, failure.Reason!, failure.Message!, failure.LastTransitionTime ?? now));
        }
        else
        {
            Remove(status, DeploymentConditionType.ReplicaFailure);
        }

        return status;
    }

    /// <summary>Every replica is of the current template and available, and nothing else runs.</summary>
    public static bool IsComplete(Deployment deployment, DeploymentStatus? status)
    {
        var desired = deployment.Spec?.Replicas ?? 1;
        return (status?.UpdatedReplicas ?? 0) == desired && (status?.Replicas ?? 0) == desired && (status?.AvailableReplicas ?? 0) == desired
            && (status?.ObservedGeneration ?? 0) >= (deployment.Metadata?.Generation ?? 0);
    }

    /// <summary>How long until a rollout that stands still must be called stuck; null when it need not be looked at again.</summary>
    public static TimeSpan? UntilDeadline(Deployment deployment, DeploymentStatus status, DateTime now)
    {
        var progressing = Find(status, DeploymentConditionType.Progressing);
        if (!HasDeadline(deployment) || progressing?.LastUpdateTime is not { } since || progressing.Reason == DeadlineExceeded || IsComplete(deployment, status))
        {
            return null;
        }

        // One second more: times on the wire are whole seconds.
        var left = since.AddSeconds(deployment.Spec!.ProgressDeadlineSeconds!.Value + 1) - now;
        return left < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : left;
    }

    /// <summary>The condition that pausing or resuming calls for; null when the status already says so, or a deadline has passed, or none is set.</summary>
    public static DeploymentCondition? PauseCondition(Deployment deployment, DateTime now)
    {
        var reason = Find(deployment.Status, DeploymentConditionType.Progressing)?.Reason;
        return (HasDeadline(deployment), deployment.Spec?.Paused == true, reason) switch
        {
            (false, _, _) or (_, _, DeadlineExceeded) or (_, true, Paused) => null,
            (_, true, _) => Condition(DeploymentConditionType.Progressing, ConditionStatus.Unknown, Paused, "Deployment is paused", now),
            (_, false, Paused) => Condition(DeploymentConditionType.Progressing, ConditionStatus.Unknown, Resumed, "Deployment is resumed", now),
            _ => null,
        };
    }

    /// <summary>A condition that changed now.</summary>
    public static DeploymentCondition Condition(string type, string status, string reason, string message, DateTime now) => new()
    {
        Type = type,
        Status = status,
        Reason = reason,
        Message = message,
        LastUpdateTime = now,
        LastTransitionTime = now,
    };

    /// <summary>The condition of that type, or null.</summary>
    public static DeploymentCondition? Find(DeploymentStatus? status, string type) => status?.Conditions?.Find(condition => condition.Type == type);

    /// <summary>Puts a condition in place. One with the same status and reason stays; one with the same status keeps its transition time.</summary>
    public static void Set(DeploymentStatus status, DeploymentCondition condition)
    {
        var before = Find(status, condition.Type!);
        if (before?.Status == condition.Status && before?.Reason == condition.Reason)
        {
            return;
        }

        if (before?.Status == condition.Status)
        {
            condition.LastTransitionTime = before!.LastTransitionTime;
        }

        Replace(status, condition);
    }

    private static void SetProgressing(Rollout rollout, DeploymentStatus status, DeploymentCondition? before, DateTime now)
    {
        var deployment = rollout.Deployment;
        var who = rollout.Current is { } current ? $"ReplicaSet \"{current.Metadata?.Name}\"" : $"Deployment \"{deployment.Metadata?.Name}\"";
        if (IsComplete(deployment, status))
        {
            Set(status, Condition(DeploymentConditionType.Progressing, ConditionStatus.True, SetAvailable, $"{who} has successfully progressed.", now));
        }
        else if (Moved(deployment.Status, status))
        {
            // Replaced even when nothing but the time changes: the deadline counts from the last movement.
            var condition = Condition(DeploymentConditionType.Progressing, ConditionStatus.True, SetUpdated, $"{who} is progressing.", now);
            condition.LastTransitionTime = before?.Status == ConditionStatus.True ? before.LastTransitionTime : now;
            Replace(status, condition);
        }
        else if (IsStuck(deployment, before, now))
        {
            Set(status, Condition(DeploymentConditionType.Progressing, ConditionStatus.False, DeadlineExceeded, $"{who} has timed out progressing.", now));
        }
    }

    private static bool Moved(DeploymentStatus? before, DeploymentStatus now) =>
        (now.UpdatedReplicas ?? 0) > (before?.UpdatedReplicas ?? 0)
        || OldReplicas(now) < OldReplicas(before)
        || (now.ReadyReplicas ?? 0) > (before?.ReadyReplicas ?? 0)
        || (now.AvailableReplicas ?? 0) > (before?.AvailableReplicas ?? 0);

    private static int OldReplicas(DeploymentStatus? status) => (status?.Replicas ?? 0) - (status?.UpdatedReplicas ?? 0);

    /// <summary>A count of 0 is not written.</summary>
    private static int? Written(int count) => count == 0 ? null : count;

    private static bool IsStuck(Deployment deployment, DeploymentCondition? progressing, DateTime now) => progressing?.Reason switch
    {
        null or SetAvailable => false,
        DeadlineExceeded => true,
        _ => progressing.LastUpdateTime?.AddSeconds(deployment.Spec!.ProgressDeadlineSeconds!.Value) < now,
    };

    private static ReplicaSetCondition? Failure(Rollout rollout) =>
        FailureOf(rollout.Current) ?? rollout.All.Select(FailureOf).FirstOrDefault(failure => failure is not null);

    private static ReplicaSetCondition? FailureOf(ReplicaSet? set) =>
        set?.Status?.Conditions?.Find(condition => condition.Type == ReplicaSetConditionType.ReplicaFailure);

    private static void Replace(DeploymentStatus status, DeploymentCondition condition)
    {
        Remove(status, condition.Type!);
        (status.Conditions ??= []).Add(condition);
    }

    private static void Remove(DeploymentStatus status, string type) => status.Conditions?.RemoveAll(condition => condition.Type == type);
}
