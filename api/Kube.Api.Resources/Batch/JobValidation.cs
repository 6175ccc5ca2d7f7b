using Kube.Api.Batch.V1;
using Kube.Api.Core.V1;
using Kube.Api.Resources.Core;
using Kube.Machinery.Selectors;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Batch;

/// <summary>The rules of a Job, and of the Job in a CronJob.</summary>
internal static class JobValidation
{
    private const int MaximumManagerName = 63;

    public static void Check(Job job, FieldErrors errors)
    {
        var (spec, path) = (job.Spec ?? new JobSpec(), FieldPath.Of("spec"));
        JobSelector.Check(job, errors);
        Check(spec, path, errors);
        CheckSelector(spec, path, errors);
        CheckHostname(job, spec, errors);
    }

    /// <summary>The rules that a CronJob's template keeps too: everything but the selector, which is made with the Job.</summary>
    public static void Check(JobSpec spec, FieldPath path, FieldErrors errors)
    {
        FieldRules.NonNegative(spec.Parallelism, path.Child("parallelism"), errors);
        FieldRules.NonNegative(spec.Completions, path.Child("completions"), errors);
        FieldRules.NonNegative(spec.ActiveDeadlineSeconds, path.Child("activeDeadlineSeconds"), errors);
        FieldRules.NonNegative(spec.BackoffLimit, path.Child("backoffLimit"), errors);
        FieldRules.NonNegative(spec.TtlSecondsAfterFinished, path.Child("ttlSecondsAfterFinished"), errors);
        FieldRules.NonNegative(spec.BackoffLimitPerIndex, path.Child("backoffLimitPerIndex"), errors);
        FieldRules.NonNegative(spec.MaxFailedIndexes, path.Child("maxFailedIndexes"), errors);
        if (spec is { MaxFailedIndexes: not null, BackoffLimitPerIndex: null })
        {
            errors.Required(path.Child("backoffLimitPerIndex"), "when maxFailedIndexes is specified");
        }

        CheckManager(spec.ManagedBy, path.Child("managedBy"), errors);
        JobIndexRules.Check(spec, path, errors);
        JobPolicyValidation.Check(spec, path, errors);
        CheckReplacement(spec, path.Child("podReplacementPolicy"), errors);
        PodSpecValidation.CheckTemplate(spec.Template, path.Child("template"), errors);
        CheckRestart(spec, path.Child("template", "spec").Child("restartPolicy"), errors);
    }

    private static void CheckSelector(JobSpec spec, FieldPath path, FieldErrors errors)
    {
        if (spec.Selector is null)
        {
            errors.Required(path.Child("selector"));
            return;
        }

        var before = errors.Count;
        LabelSelectorValidation.Check(spec.Selector, path.Child("selector"), errors);
        var labels = spec.Template?.Metadata?.Labels;
        if (errors.Count == before && !Selector.From(spec.Selector).Matches(labels))
        {
            errors.Invalid(path.Child("template", "metadata").Child("labels"), FieldRules.Shown(labels ?? []), "`selector` does not match template `labels`");
        }
    }

    /// <summary>The hostname of the last pod of an indexed Job must be a DNS label, or that pod could never be made.</summary>
    private static void CheckHostname(Job job, JobSpec spec, FieldErrors errors)
    {
        var last = FormattableString.Invariant($"{job.Metadata?.Name}-{spec.Completions - 1}");
        if (spec is { CompletionMode: CompletionMode.Indexed, Completions: > 0 } && ObjectNames.DnsLabelError(last) is not null)
        {
            errors.Invalid(FieldPath.Of("metadata", "name"), job.Metadata?.Name ?? "", $"will not able to create pod with invalid DNS label: {last}");
        }
    }

    private static void CheckManager(string? manager, FieldPath path, FieldErrors errors)
    {
        if (manager is null)
        {
            return;
        }

        switch (manager.Split('/', 2))
        {
            case [""]:
                errors.Required(path);
                break;
            case [{ Length: > 0 } host, { Length: > 0 } rest]:
                FieldRules.Name(host, ObjectNames.DnsSubdomainError, path, errors);
                if (!rest.All(c => char.IsAsciiLetterOrDigit(c) || "/%-_~!$&'()*+,;=:.@".Contains(c, StringComparison.Ordinal)))
                {
                    errors.Invalid(path, rest, "Invalid path (e.g. '/path', regex used for validation is '[A-Za-z0-9/\\-._~%!$&'()*+,;=:]+')");
                }

                break;
            default:
                errors.Invalid(path, manager, "must be a domain-prefixed path (such as \"acme.io/foo\")");
                break;
        }

        if (manager.Length > MaximumManagerName)
        {
            errors.TooLong(path, MaximumManagerName);
        }
    }

    private static void CheckReplacement(JobSpec spec, FieldPath path, FieldErrors errors)
    {
        string[] supported = spec.PodFailurePolicy is null ? [PodReplacementPolicy.Failed, PodReplacementPolicy.TerminatingOrFailed] : [PodReplacementPolicy.Failed];
        if (spec.PodReplacementPolicy is { } policy && !supported.Contains(policy))
        {
            errors.NotSupported(path, policy, supported);
        }
    }

    /// <summary>A pod that restarts for ever never completes, so the author must choose; with a failure policy each failure must be seen.</summary>
    private static void CheckRestart(JobSpec spec, FieldPath path, FieldErrors errors)
    {
        switch (spec.Template?.Spec?.RestartPolicy)
        {
            case null or "" or RestartPolicy.Always:
                errors.Required(path, "valid values: \"OnFailure\", \"Never\"");
                break;
            case RestartPolicy.OnFailure when spec.PodFailurePolicy is not null:
                errors.Invalid(path, RestartPolicy.OnFailure, "only \"Never\" is supported when podFailurePolicy is specified");
                break;
            case RestartPolicy.OnFailure or RestartPolicy.Never:
                break;
            case var other:
                errors.NotSupported(path, other, RestartPolicy.OnFailure, RestartPolicy.Never);
                break;
        }
    }
}
