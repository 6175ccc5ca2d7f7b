using Kube.Api.Batch.V1;
using Kube.Api.Core.V1;

namespace Kube.Api.Resources.Batch;

/// <summary>The cells of a Job that take some thought.</summary>
internal static class JobColumns
{
    /// <summary>Conditions that say what a Job is doing when it has not ended, the one that counts most first.</summary>
    private static readonly string[] s_unfinished = [JobConditionType.Suspended, JobConditionType.FailureTarget, JobConditionType.SuccessCriteriaMet];

    public static string Status(Job job)
    {
        var held = (job.Status?.Conditions ?? []).Where(c => c.Status == ConditionStatus.True).Select(c => c.Type).ToHashSet();
        return held.Contains(JobConditionType.Complete) ? JobConditionType.Complete
            : held.Contains(JobConditionType.Failed) ? JobConditionType.Failed
            : job.Metadata?.DeletionTimestamp is not null ? "Terminating"
            : Array.Find(s_unfinished, held.Contains) ?? "Running";
    }

    /// <summary>Successes of those wanted; a work queue wants one, of as many pods as it has.</summary>
    public static string Completions(Job job)
    {
        var done = job.Status?.Succeeded ?? 0;
        return job.Spec switch
        {
            { Completions: { } wanted } => FormattableString.Invariant($"{done}/{wanted}"),
            { Parallelism: > 1 and var pods } => FormattableString.Invariant($"{done}/1 of {pods}"),
            _ => FormattableString.Invariant($"{done}/1"),
        };
    }

    public static string Duration(Job job, DateTime now) => job.Status?.StartTime is { } start ? Ages.Human((job.Status.CompletionTime ?? now) - start) : "";
}
