using Kube.Api.Batch.V1;
using Kube.Api.Core.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Batch;

/// <summary>What an update of a Job may change. Its pods are made from one template, so that almost everything is fixed.</summary>
internal static class JobUpdate
{
    private static readonly FieldPath s_spec = FieldPath.Of("spec");

    public static void Check(Job job, Job old, FieldErrors errors)
    {
        var (spec, before) = (job.Spec ?? new JobSpec(), old.Spec ?? new JobSpec());
        CheckCompletions(spec, before, errors);
        Same(spec.Selector, before.Selector, "selector", errors);
        Same(spec.Template, Allowed(spec.Template, before.Template, old), "template", errors);
        SameValue(spec.CompletionMode, before.CompletionMode, "completionMode", errors);
        Same(spec.PodFailurePolicy, before.PodFailurePolicy, "podFailurePolicy", errors);
        SameValue(spec.BackoffLimitPerIndex, before.BackoffLimitPerIndex, "backoffLimitPerIndex", errors);
        SameValue(spec.ManagedBy, before.ManagedBy, "managedBy", errors);
        Same(spec.SuccessPolicy, before.SuccessPolicy, "successPolicy", errors);
    }

    /// <summary>An indexed Job may grow and shrink, as long as all its indexes may run at once.</summary>
    private static void CheckCompletions(JobSpec spec, JobSpec before, FieldErrors errors)
    {
        if (spec.CompletionMode != CompletionMode.Indexed)
        {
            SameValue(spec.Completions, before.Completions, "completions", errors);
        }
        else if (spec.Completions is { } completions && completions != before.Completions && completions != spec.Parallelism)
        {
            errors.Invalid(s_spec.Child("completions"), completions, "can only be modified in tandem with spec.parallelism");
        }
    }

    /// <summary>The old template with what may change as it is now: while a Job waits for its first start, where and how its pods are scheduled.</summary>
    private static PodTemplateSpec? Allowed(PodTemplateSpec? template, PodTemplateSpec? before, Job old)
    {
        if (old is not { Spec.Suspend: true, Status: null or { StartTime: null } } || before is null || template is null)
        {
            return before;
        }

        var allowed = before.Clone();
        (allowed.Metadata ??= new()).Labels = template.Metadata?.Labels;
        allowed.Metadata.Annotations = template.Metadata?.Annotations;
        var spec = allowed.Spec ??= new PodSpec();
        spec.NodeSelector = template.Spec?.NodeSelector;
        spec.Tolerations = template.Spec?.Tolerations;
        spec.SchedulingGates = template.Spec?.SchedulingGates;
        spec.Affinity = WithNodeAffinity(spec.Affinity, template.Spec?.Affinity);
        return allowed;
    }

    private static Affinity? WithNodeAffinity(Affinity? before, Affinity? now)
    {
        if (now is null && before is null or { PodAffinity: null, PodAntiAffinity: null })
        {
            return null;
        }

        return new Affinity { NodeAffinity = now?.NodeAffinity, PodAffinity = before?.PodAffinity, PodAntiAffinity = before?.PodAntiAffinity };
    }

    private static void Same<T>(T? value, T? before, string field, FieldErrors errors) where T : class
    {
        if (!Wire.Same(value, before))
        {
            errors.Immutable(s_spec.Child(field), FieldRules.Shown(value));
        }
    }

    private static void SameValue<T>(T? value, T? before, string field, FieldErrors errors)
    {
        if (!Equals(value, before))
        {
            errors.Immutable(s_spec.Child(field), value);
        }
    }
}
