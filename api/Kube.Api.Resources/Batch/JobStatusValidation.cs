using Kube.Api.Batch.V1;
using Kube.Api.Core.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Batch;

/// <summary>
/// The rules of a Job's status, whoever controls the Job (<c>managedBy</c>): what cannot be true together, and what cannot be taken back.
/// A status that stays as it was is not looked at.
/// </summary>
internal static class JobStatusValidation
{
    private static readonly FieldPath s_status = FieldPath.Of("status");
    private static readonly FieldPath s_conditions = s_status.Child("conditions");

    public static void Check(Job job, Job old, FieldErrors errors)
    {
        var (status, before) = (job.Status ?? new JobStatus(), old.Status ?? new JobStatus());
        CheckCounters(status, before, errors);
        if (Wire.Same(status, before))
        {
            return;
        }

        CheckUncounted(status.UncountedTerminatedPods, errors);
        CheckConditions(job, status, errors);
        CheckTimes(job, status, before, errors);
        CheckFinished(status, errors);
        CheckIndexes(job.Spec ?? new JobSpec(), status, errors);
        CheckTakenBack(status, before, errors);
    }

    private static void CheckCounters(JobStatus status, JobStatus before, FieldErrors errors)
    {
        FieldRules.NonNegative(status.Active, s_status.Child("active"), errors);
        FieldRules.NonNegative(status.Succeeded, s_status.Child("succeeded"), errors);
        FieldRules.NonNegative(status.Failed, s_status.Child("failed"), errors);
        FieldRules.NonNegative(status.Ready, s_status.Child("ready"), errors);
        FieldRules.NonNegative(status.Terminating, s_status.Child("terminating"), errors);
        Refuse((status.Failed ?? 0) < (before.Failed ?? 0), "failed", status.Failed ?? 0, "cannot decrease the failed counter", errors);
        Refuse((status.Succeeded ?? 0) < (before.Succeeded ?? 0), "succeeded", status.Succeeded ?? 0, "cannot decrease the succeeded counter", errors);
        Refuse(status.Ready > (status.Active ?? 0), "ready", status.Ready, "cannot set more ready pods than active", errors);
    }

    private static void CheckUncounted(UncountedTerminatedPods? pods, FieldErrors errors)
    {
        var (seen, path) = (new HashSet<string>(), s_status.Child("uncountedTerminatedPods"));
        foreach (var (field, uids) in new[] { ("succeeded", pods?.Succeeded ?? []), ("failed", pods?.Failed ?? []) })
        {
            for (var i = 0; i < uids.Count; i++)
            {
                if (string.IsNullOrEmpty(uids[i]))
                {
                    errors.Invalid(path.Child(field).Index(i), "", "must not be empty");
                }
                else if (!seen.Add(uids[i]))
                {
                    errors.Duplicate(path.Child(field).Index(i), uids[i]);
                }
            }
        }
    }

    private static void CheckConditions(Job job, JobStatus status, FieldErrors errors)
    {
        var (complete, failed) = (Is(status, JobConditionType.Complete), Is(status, JobConditionType.Failed));
        var (failing, met) = (Is(status, JobConditionType.FailureTarget), Is(status, JobConditionType.SuccessCriteriaMet));
        Refuse(complete && failed, "cannot set Complete=True and Failed=true conditions", errors);
        Refuse(complete && failing, "cannot set Complete=True and FailureTarget=true conditions", errors);
        Refuse(failed && !failing, "cannot set Failed=True condition without the FailureTarget=true condition", errors);
        Refuse(complete && !met, "cannot set Complete=True condition without the SuccessCriteriaMet=true condition", errors);
        Refuse(met && failed, "cannot set SuccessCriteriaMet=True and Failed=true conditions", errors);
        Refuse(met && failing, "cannot set SuccessCriteriaMet=True and FailureTarget=true conditions", errors);
        Refuse(job.Spec?.SuccessPolicy is not null && complete && !met, "cannot set Complete=True for Job with SuccessPolicy unless SuccessCriteriaMet=True", errors);
    }

    private static void CheckTimes(Job job, JobStatus status, JobStatus before, FieldErrors errors)
    {
        var (complete, path) = (Is(status, JobConditionType.Complete), s_status.Child("completionTime"));
        Refuse(status.CompletionTime is not null && !complete, "completionTime", Shown(status.CompletionTime), "cannot set completionTime when there is no Complete=True condition", errors);
        if (status.CompletionTime is null && complete)
        {
            errors.Required(path, "completionTime is required for Complete jobs");
        }

        Refuse(status.CompletionTime < status.StartTime, "completionTime", Shown(status.CompletionTime), "completionTime cannot be set before startTime", errors);
        Refuse(
            status.CompletionTime is not null && before.CompletionTime is not null && status.CompletionTime != before.CompletionTime,
            "completionTime", Shown(status.CompletionTime), "completionTime cannot be mutated", errors);
        if (before.StartTime is not null && status.StartTime != before.StartTime && job.Spec?.Suspend != true)
        {
            errors.Required(s_status.Child("startTime"), "startTime cannot be removed for unsuspended job");
        }
    }

    private static void CheckFinished(JobStatus status, FieldErrors errors)
    {
        if (!Is(status, JobConditionType.Complete) && !Is(status, JobConditionType.Failed))
        {
            return;
        }

        Refuse(status.Active > 0, "active", status.Active, "active>0 is invalid for finished job", errors);
        Refuse(status.Terminating > 0, "terminating", status.Terminating, "terminating>0 is invalid for finished job", errors);
        if (status.StartTime is null)
        {
            errors.Required(s_status.Child("startTime"), "startTime is required for finished job");
        }

        var pods = status.UncountedTerminatedPods;
        Refuse(
            pods is { Succeeded.Count: > 0 } or { Failed.Count: > 0 },
            "uncountedTerminatedPods", FieldRules.Shown(pods), "uncountedTerminatedPods needs to be empty for finished job", errors);
    }

    private static void CheckIndexes(JobSpec spec, JobStatus status, FieldErrors errors)
    {
        var (completed, failed) = (status.CompletedIndexes ?? "", status.FailedIndexes);
        if (spec.Completions is { } completions)
        {
            Refuse(!JobIndexes.TryCount(completed, completions, out _, out var problem), "completedIndexes", completed, $"error parsing completedIndexes: {problem}", errors);
            Refuse(
                spec.BackoffLimitPerIndex is not null && !JobIndexes.TryCount(failed, completions, out _, out problem),
                "failedIndexes", failed, $"error parsing failedIndexes: {problem}", errors);
            if (JobIndexes.FirstShared(completed, failed, completions) is { } shared)
            {
                errors.Invalid(s_status.Child("failedIndexes"), failed, FormattableString.Invariant($"failedIndexes and completedIndexes overlap at index: {shared}"));
            }
        }

        Refuse(
            completed.Length > 0 && spec.CompletionMode != CompletionMode.Indexed,
            "completedIndexes", completed, "cannot set non-empty completedIndexes when non-indexed completion mode", errors);
        Refuse(
            failed is not null && spec.BackoffLimitPerIndex is null,
            "failedIndexes", failed, "cannot set non-null failedIndexes when backoffLimitPerIndex is null", errors);
    }

    private static void CheckTakenBack(JobStatus status, JobStatus before, FieldErrors errors)
    {
        foreach (var type in new[] { JobConditionType.Failed, JobConditionType.Complete, JobConditionType.FailureTarget })
        {
            Refuse(Is(before, type) && !Is(status, type), $"cannot disable the terminal {type}=True condition", errors);
        }

        var (met, was) = (Is(status, JobConditionType.SuccessCriteriaMet), Is(before, JobConditionType.SuccessCriteriaMet));
        Refuse(was && !met, "cannot disable the SuccessCriteriaMet=True condition", errors);
        Refuse(
            Is(before, JobConditionType.Complete) && !was && met,
            "cannot set SuccessCriteriaMet=True for Job already has Complete=true conditions", errors);
    }

    private static bool Is(JobStatus status, string type) => status.Conditions?.Exists(c => c.Type == type && c.Status == ConditionStatus.True) == true;

    private static string? Shown(DateTime? time) => time is { } known ? FormattableString.Invariant($"{known:yyyy-MM-ddTHH:mm:ssZ}") : null;

    private static void Refuse(bool wrong, string detail, FieldErrors errors)
    {
        if (wrong)
        {
            errors.Invalid(s_conditions, detail);
        }
    }

    private static void Refuse(bool wrong, string field, object? value, string detail, FieldErrors errors)
    {
        if (wrong)
        {
            errors.Invalid(s_status.Child(field), value, detail);
        }
    }
}
