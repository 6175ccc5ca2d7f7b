using Kube.Api.Batch.V1;
using Kube.Api.Meta.V1;
using Kube.Api.Resources.Core;

namespace Kube.Api.Resources.Batch;

/// <summary>What a Job has when its author does not say. A CronJob's template gets less: it gets the rest when a Job is made of it.</summary>
internal static class JobDefaults
{
    private const int Retries = 6;

    public static void Apply(Job job)
    {
        var spec = job.Spec ??= new JobSpec();
        if (spec is { Completions: null, Parallelism: null })
        {
            spec.Completions = 1;
        }

        spec.Parallelism ??= 1;
        spec.BackoffLimit ??= spec.BackoffLimitPerIndex is null ? Retries : int.MaxValue;
        spec.CompletionMode ??= CompletionMode.NonIndexed;
        spec.Suspend ??= false;
        spec.ManualSelector ??= false;
        spec.PodReplacementPolicy ??= spec.PodFailurePolicy is null ? PodReplacementPolicy.TerminatingOrFailed : PodReplacementPolicy.Failed;
        ApplyTemplate(spec);
        ApplyLabels(job);
    }

    /// <summary>A Job without labels has those of its pods.</summary>
    public static void ApplyLabels(Job job)
    {
        var labels = job.Spec?.Template?.Metadata?.Labels;
        if (labels is { Count: > 0 } && job.Metadata?.Labels is not { Count: > 0 })
        {
            (job.Metadata ??= new ObjectMeta()).Labels = new(labels);
        }
    }

    /// <summary>What a Job in a CronJob gets.</summary>
    public static void ApplyTemplate(JobSpec spec)
    {
        spec.Template = PodDefaults.Apply(spec.Template);
        foreach (var pattern in (spec.PodFailurePolicy?.Rules ?? []).SelectMany(r => r.OnPodConditions ?? []))
        {
            pattern.Status = string.IsNullOrEmpty(pattern.Status) ? Api.Core.V1.ConditionStatus.True : pattern.Status;
        }
    }
}
