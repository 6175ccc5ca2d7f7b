using Kube.Api.Apps.V1;
using Kube.Api.Core.V1;
using Kube.Controllers.Runtime;

namespace Kube.Controllers.ReplicaSets;

/// <summary>What a ReplicaSet's status says about its pods. Pure.</summary>
internal static class ReplicaSetStatusRules
{
    /// <summary>Reasons of the ReplicaFailure condition.</summary>
    public const string FailedCreate = "FailedCreate", FailedDelete = "FailedDelete";

    /// <summary>Counts, and the failure of the last attempt to create or delete pods.</summary>
    public static ReplicaSetStatus Of(ReplicaSet set, IReadOnlyList<Pod> active, int terminating, Exception? failure, DateTime now)
    {
        var minReadySeconds = set.Spec?.MinReadySeconds ?? 0;
        return new ReplicaSetStatus
        {
            Replicas = active.Count,
            FullyLabeledReplicas = Written(active.Count(pod => HasTemplateLabels(set, pod))),
            ReadyReplicas = Written(active.Count(pod => pod.IsReady())),
            AvailableReplicas = Written(active.Count(pod => pod.IsAvailable(minReadySeconds, now))),
            TerminatingReplicas = terminating,
            ObservedGeneration = set.Metadata?.Generation,
            Conditions = Conditions(set, active.Count, failure, now),
        };
    }

    /// <summary>When the next ready pod becomes available; null when none is waiting for that.</summary>
    public static TimeSpan? UntilNextAvailable(ReplicaSet set, IReadOnlyList<Pod> active, DateTime now)
    {
        var minReadySeconds = set.Spec?.MinReadySeconds ?? 0;
        return minReadySeconds == 0 ? null : active
            .Select(pod => pod.AvailableAt(minReadySeconds))
            .Where(at => at > now)
            .Min() - now;
    }

    private static List<ReplicaSetCondition>? Conditions(ReplicaSet set, int active, Exception? failure, DateTime now)
    {
        var conditions = set.Status?.Conditions?.ToList() ?? [];
        var before = conditions.Find(condition => condition.Type == ReplicaSetConditionType.ReplicaFailure);
        if (failure is null)
        {
            conditions.RemoveAll(condition => condition.Type == ReplicaSetConditionType.ReplicaFailure);
        }
        else if (before is null)
        {
            conditions.Add(new ReplicaSetCondition
            {
                Type = ReplicaSetConditionType.ReplicaFailure,
                Status = ConditionStatus.True,
                Reason = active < (set.Spec?.Replicas ?? 1) ? FailedCreate : FailedDelete,
                Message = failure.Message,
                LastTransitionTime = now,
            });
        }

        return conditions.Count == 0 ? null : conditions;
    }

    private static bool HasTemplateLabels(ReplicaSet set, Pod pod)
    {
        var labels = pod.Metadata?.Labels;
        return (set.Spec?.Template?.Metadata?.Labels ?? []).All(label => labels?.GetValueOrDefault(label.Key) == label.Value);
    }

    /// <summary>A count of 0 is not written, except that of the replicas themselves.</summary>
    private static int? Written(int count) => count == 0 ? null : count;
}
