using Kube.Api.Batch.V1;
using Kube.Api.Core.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Batch;

/// <summary>The rules of a Job's pod failure policy and of its success policy.</summary>
internal static class JobPolicyValidation
{
    private const int MaximumRules = 20;
    private const int MaximumPatterns = 20;
    private const int MaximumCodes = 255;
    private const int MaximumIndexText = 64 * 1024;

    private static readonly string[] s_actions =
        [PodFailurePolicyAction.Count, PodFailurePolicyAction.FailIndex, PodFailurePolicyAction.FailJob, PodFailurePolicyAction.Ignore];

    private static readonly string[] s_operators = [PodFailurePolicyOnExitCodesOperator.In, PodFailurePolicyOnExitCodesOperator.NotIn];
    private static readonly string[] s_statuses = [ConditionStatus.False, ConditionStatus.True, ConditionStatus.Unknown];

    public static void Check(JobSpec spec, FieldPath path, FieldErrors errors)
    {
        if (spec.PodFailurePolicy is { } failure)
        {
            CheckFailure(spec, failure.Rules ?? [], path.Child("podFailurePolicy", "rules"), errors);
        }

        if (spec.SuccessPolicy is { } success && spec.CompletionMode != CompletionMode.Indexed)
        {
            errors.Invalid(path.Child("successPolicy"), FieldRules.Shown(success), "requires indexed completion mode");
        }
        else if (spec.SuccessPolicy is not null)
        {
            CheckSuccess(spec, spec.SuccessPolicy.Rules ?? [], path.Child("successPolicy", "rules"), errors);
        }
    }

    private static void CheckFailure(JobSpec spec, List<PodFailurePolicyRule> rules, FieldPath path, FieldErrors errors)
    {
        if (rules.Count > MaximumRules)
        {
            errors.TooMany(path, rules.Count, MaximumRules);
        }

        var pod = spec.Template?.Spec;
        var containers = (pod?.Containers ?? []).Concat(pod?.InitContainers ?? []).Select(c => c.Name).ToHashSet();
        for (var i = 0; i < rules.Count; i++)
        {
            CheckRule(spec, rules[i], containers, path.Index(i), errors);
        }
    }

    private static void CheckRule(JobSpec spec, PodFailurePolicyRule rule, HashSet<string?> containers, FieldPath path, FieldErrors errors)
    {
        CheckOneOf(rule.Action, s_actions, path.Child("action"), errors);
        if (rule.Action == PodFailurePolicyAction.FailIndex && spec.BackoffLimitPerIndex is null)
        {
            errors.Invalid(path.Child("action"), rule.Action, "requires the backoffLimitPerIndex to be set");
        }

        if (rule.OnExitCodes is { } codes)
        {
            CheckCodes(codes, containers, path.Child("onExitCodes"), errors);
        }

        CheckConditions(rule.OnPodConditions ?? [], path.Child("onPodConditions"), errors);
        switch (rule.OnExitCodes is not null, rule.OnPodConditions is { Count: > 0 })
        {
            case (true, true):
                errors.Invalid(path, "specifying both OnExitCodes and OnPodConditions is not supported");
                break;
            case (false, false):
                errors.Invalid(path, "specifying one of OnExitCodes and OnPodConditions is required");
                break;
        }
    }

    private static void CheckConditions(List<PodFailurePolicyOnPodConditionsPattern> patterns, FieldPath path, FieldErrors errors)
    {
        if (patterns.Count > MaximumPatterns)
        {
            errors.TooMany(path, patterns.Count, MaximumPatterns);
        }

        for (var i = 0; i < patterns.Count; i++)
        {
            FieldRules.QualifiedName(patterns[i].Type, path.Index(i).Child("type"), errors);
            CheckOneOf(patterns[i].Status, s_statuses, path.Index(i).Child("status"), errors);
        }
    }

    private static void CheckCodes(PodFailurePolicyOnExitCodesRequirement codes, HashSet<string?> containers, FieldPath path, FieldErrors errors)
    {
        CheckOneOf(codes.Operator, s_operators, path.Child("operator"), errors);
        if (codes.ContainerName is { } name && !containers.Contains(name))
        {
            errors.Invalid(path.Child("containerName"), name, "must be one of the container or initContainer names in the pod template");
        }

        var (values, at) = (codes.Values ?? [], path.Child("values"));
        if (values.Count == 0)
        {
            errors.Invalid(at, FieldRules.Shown(values), "at least one value is required");
        }
        else if (values.Count > MaximumCodes)
        {
            errors.TooMany(at, values.Count, MaximumCodes);
        }

        CheckValues(codes.Operator, values, at, errors);
    }

    private static void CheckValues(string? comparison, List<int> values, FieldPath path, FieldErrors errors)
    {
        var seen = new HashSet<int>();
        for (var i = 0; i < values.Count; i++)
        {
            if (comparison == PodFailurePolicyOnExitCodesOperator.In && values[i] == 0)
            {
                errors.Invalid(path.Index(i), 0, "must not be 0 for the In operator");
            }

            if (!seen.Add(values[i]))
            {
                errors.Duplicate(path.Index(i), values[i]);
            }
        }

        if (values.Zip(values.Skip(1)).Any(p => p.First > p.Second))
        {
            errors.Invalid(path, FieldRules.Shown(values), "must be ordered");
        }
    }

    private static void CheckSuccess(JobSpec spec, List<SuccessPolicyRule> rules, FieldPath path, FieldErrors errors)
    {
        if (rules.Count == 0)
        {
            errors.Required(path, "at least one rules must be specified when the successPolicy is specified");
        }
        else if (rules.Count > MaximumRules)
        {
            errors.TooMany(path, rules.Count, MaximumRules);
        }

        for (var i = 0; i < rules.Count; i++)
        {
            CheckRule(rules[i], spec.Completions ?? 0, path.Index(i), errors);
        }
    }

    private static void CheckRule(SuccessPolicyRule rule, int completions, FieldPath path, FieldErrors errors)
    {
        var (indexes, count) = (path.Child("succeededIndexes"), path.Child("succeededCount"));
        if (rule is { SucceededCount: null, SucceededIndexes: null })
        {
            errors.Required(path, "at least one of succeededCount or succeededIndexes must be specified");
        }

        if (rule.SucceededIndexes?.Length > MaximumIndexText)
        {
            errors.TooLong(indexes, MaximumIndexText);
        }

        if (!JobIndexes.TryCount(rule.SucceededIndexes, completions, out var total, out var problem))
        {
            errors.Invalid(indexes, rule.SucceededIndexes, $"error parsing succeededIndexes: {problem}");
            total = 0;
        }

        FieldRules.NonNegative(rule.SucceededCount, count, errors);
        if (rule.SucceededCount > completions)
        {
            errors.Invalid(count, rule.SucceededCount, FormattableString.Invariant($"must be less than or equal to {completions} (the number of specified completions)"));
        }

        if (rule.SucceededIndexes is not null && rule.SucceededCount > total)
        {
            errors.Invalid(count, rule.SucceededCount, FormattableString.Invariant($"must be less than or equal to {total} (the number of indexes in the specified succeededIndexes field)"));
        }
    }

    private static void CheckOneOf(string? value, string[] supported, FieldPath path, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(value))
        {
            errors.Required(path, $"valid values: [{string.Join(' ', supported.Select(s => $"\"{s}\""))}]");
        }
        else if (!supported.Contains(value))
        {
            errors.NotSupported(path, value, supported);
        }
    }
}
