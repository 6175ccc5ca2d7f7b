using Kube.Api.Policy.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Policy;

/// <summary>The rules of a PodDisruptionBudget.</summary>
internal static class PodDisruptionBudgetValidation
{
    private static readonly FieldPath s_spec = FieldPath.Of("spec");

    public static void Check(PodDisruptionBudget budget, FieldErrors errors)
    {
        var spec = budget.Spec ?? new PodDisruptionBudgetSpec();
        if (spec is { MinAvailable: not null, MaxUnavailable: not null })
        {
            errors.Invalid(s_spec, FieldRules.Shown(spec), "minAvailable and maxUnavailable cannot be both set");
        }

        CheckShare(spec.MinAvailable, s_spec.Child("minAvailable"), errors);
        CheckShare(spec.MaxUnavailable, s_spec.Child("maxUnavailable"), errors);
        LabelSelectorValidation.Check(spec.Selector, s_spec.Child("selector"), errors);
        if (spec.UnhealthyPodEvictionPolicy is not (null or UnhealthyPodEvictionPolicyType.AlwaysAllow or UnhealthyPodEvictionPolicyType.IfHealthyBudget))
        {
            errors.NotSupported(
                s_spec.Child("unhealthyPodEvictionPolicy"), spec.UnhealthyPodEvictionPolicy,
                UnhealthyPodEvictionPolicyType.AlwaysAllow, UnhealthyPodEvictionPolicyType.IfHealthyBudget);
        }
    }

    public static void CheckStatus(PodDisruptionBudget budget, FieldErrors errors)
    {
        var (status, path) = (budget.Status ?? new PodDisruptionBudgetStatus(), FieldPath.Of("status"));
        FieldRules.NonNegative(status.DisruptionsAllowed, path.Child("disruptionsAllowed"), errors);
        FieldRules.NonNegative(status.CurrentHealthy, path.Child("currentHealthy"), errors);
        FieldRules.NonNegative(status.DesiredHealthy, path.Child("desiredHealthy"), errors);
        FieldRules.NonNegative(status.ExpectedPods, path.Child("expectedPods"), errors);
        var (conditions, seen) = (status.Conditions ?? [], new HashSet<string?>());
        for (var i = 0; i < conditions.Count; i++)
        {
            var at = path.Child("conditions").Index(i);
            FieldRules.QualifiedName(conditions[i].Type, at.Child("type"), errors);
            FieldRules.OneOf(conditions[i].Status, at.Child("status"), errors, "True", "False", "Unknown");
            FieldRules.Required(conditions[i].Reason, at.Child("reason"), errors);
            if (conditions[i].LastTransitionTime is null)
            {
                errors.Required(at.Child("lastTransitionTime"));
            }

            if (!seen.Add(conditions[i].Type))
            {
                errors.Duplicate(at.Child("type"), conditions[i].Type);
            }
        }
    }

    private static void CheckShare(IntOrString? share, FieldPath path, FieldErrors errors)
    {
        ShareRules.NonNegative(share, path, errors);
        ShareRules.AtMostAll(share, path, errors);
    }
}
