using Kube.Api.Autoscaling.V2;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Autoscaling;

/// <summary>The rules of a HorizontalPodAutoscaler; metrics have their own file.</summary>
internal static class HorizontalPodAutoscalerValidation
{
    private const int MaximumWindowSeconds = 3600;
    private const int MaximumPeriodSeconds = 1800;
    private static readonly FieldPath s_spec = FieldPath.Of("spec");

    public static void Check(HorizontalPodAutoscaler autoscaler, FieldErrors errors)
    {
        var spec = autoscaler.Spec ?? new HorizontalPodAutoscalerSpec();
        FieldRules.NonNegative(spec.MinReplicas, s_spec.Child("minReplicas"), errors);
        var most = s_spec.Child("maxReplicas");
        if (spec.MaxReplicas is null or < 1)
        {
            errors.Invalid(most, spec.MaxReplicas ?? 0, "must be greater than 0");
        }

        if ((spec.MaxReplicas ?? 0) < spec.MinReplicas)
        {
            errors.Invalid(most, spec.MaxReplicas ?? 0, "must be greater than or equal to `minReplicas`");
        }

        CheckReference(spec.ScaleTargetRef, s_spec.Child("scaleTargetRef"), errors);
        MetricValidation.Check(spec, s_spec.Child("metrics"), errors);
        CheckRules(spec.Behavior?.ScaleUp, s_spec.Child("behavior", "scaleUp"), errors);
        CheckRules(spec.Behavior?.ScaleDown, s_spec.Child("behavior", "scaleDown"), errors);
    }

    public static void CheckStatus(HorizontalPodAutoscaler autoscaler, FieldErrors errors)
    {
        FieldRules.NonNegative(autoscaler.Status?.CurrentReplicas, FieldPath.Of("status", "currentReplicas"), errors);
        FieldRules.NonNegative(autoscaler.Status?.DesiredReplicas, FieldPath.Of("status", "desiredReplicas"), errors);
    }

    public static void CheckReference(CrossVersionObjectReference? reference, FieldPath path, FieldErrors errors)
    {
        CheckSegment(reference?.Kind, path.Child("kind"), errors);
        CheckSegment(reference?.Name, path.Child("name"), errors);
    }

    /// <summary>A name that becomes part of a path.</summary>
    public static void CheckSegment(string? name, FieldPath path, FieldErrors errors, string missing = "")
    {
        if (string.IsNullOrEmpty(name))
        {
            errors.Required(path, missing);
        }
        else if (name is "." or "..")
        {
            errors.Invalid(path, name, $"may not be '{name}'");
        }
        else
        {
            foreach (var sign in new[] { '/', '%' }.Where(s => name.Contains(s, StringComparison.Ordinal)))
            {
                errors.Invalid(path, name, $"may not contain '{sign}'");
            }
        }
    }

    private static void CheckRules(HPAScalingRules? rules, FieldPath path, FieldErrors errors)
    {
        if (rules is null)
        {
            return;
        }

        var window = path.Child("stabilizationWindowSeconds");
        if (rules.StabilizationWindowSeconds < 0)
        {
            errors.Invalid(window, rules.StabilizationWindowSeconds, "must be greater than or equal to zero");
        }
        else if (rules.StabilizationWindowSeconds > MaximumWindowSeconds)
        {
            errors.Invalid(window, rules.StabilizationWindowSeconds, "must be less than or equal to 3600");
        }

        if (rules.SelectPolicy is not (null or ScalingPolicySelect.Max or ScalingPolicySelect.Min or ScalingPolicySelect.Disabled))
        {
            errors.NotSupported(path.Child("selectPolicy"), rules.SelectPolicy, ScalingPolicySelect.Disabled, ScalingPolicySelect.Max, ScalingPolicySelect.Min);
        }

        if (rules.Policies is not { Count: > 0 })
        {
            errors.Required(path.Child("policies"), "must specify at least one Policy");
        }

        for (var i = 0; i < (rules.Policies?.Count ?? 0); i++)
        {
            CheckPolicy(rules.Policies![i], path.Child("policies").Index(i), errors);
        }

        if (rules.Tolerance is { } tolerance && tolerance.Value < 0)
        {
            errors.Invalid(path.Child("tolerance"), tolerance.ToString(), "must be greater than or equal to 0");
        }
    }

    private static void CheckPolicy(HPAScalingPolicy policy, FieldPath path, FieldErrors errors)
    {
        if (policy.Type is not (HPAScalingPolicyType.Pods or HPAScalingPolicyType.Percent))
        {
            errors.NotSupported(path.Child("type"), policy.Type ?? "", HPAScalingPolicyType.Percent, HPAScalingPolicyType.Pods);
        }

        if (policy.Value is null or <= 0)
        {
            errors.Invalid(path.Child("value"), policy.Value ?? 0, "must be greater than zero");
        }

        if (policy.PeriodSeconds is null or <= 0)
        {
            errors.Invalid(path.Child("periodSeconds"), policy.PeriodSeconds ?? 0, "must be greater than zero");
        }
        else if (policy.PeriodSeconds > MaximumPeriodSeconds)
        {
            errors.Invalid(path.Child("periodSeconds"), policy.PeriodSeconds, "must be less than or equal to 1800");
        }
    }
}
