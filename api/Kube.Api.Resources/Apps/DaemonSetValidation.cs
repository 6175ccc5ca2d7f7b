using Kube.Api.Apps.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Apps;

/// <summary>The rules of a DaemonSet.</summary>
internal static class DaemonSetValidation
{
    private static readonly FieldPath s_spec = FieldPath.Of("spec");

    public static void Check(DaemonSet set, FieldErrors errors)
    {
        var spec = set.Spec ?? new DaemonSetSpec();
        WorkloadValidation.CheckSelector(spec.Selector, spec.Template, s_spec, errors, "daemonset");
        WorkloadValidation.CheckTemplate(spec.Template, s_spec, errors, "DaemonSet");
        FieldRules.NonNegative(spec.MinReadySeconds, s_spec.Child("minReadySeconds"), errors);
        CheckStrategy(spec.UpdateStrategy ?? new DaemonSetUpdateStrategy(), s_spec.Child("updateStrategy"), errors);
        FieldRules.NonNegative(spec.RevisionHistoryLimit, s_spec.Child("revisionHistoryLimit"), errors);
    }

    public static void CheckStatus(DaemonSet set, DaemonSet old, FieldErrors errors)
    {
        var (status, path) = (set.Status ?? new DaemonSetStatus(), FieldPath.Of("status"));
        FieldRules.NonNegative(status.CurrentNumberScheduled, path.Child("currentNumberScheduled"), errors);
        FieldRules.NonNegative(status.NumberMisscheduled, path.Child("numberMisscheduled"), errors);
        FieldRules.NonNegative(status.DesiredNumberScheduled, path.Child("desiredNumberScheduled"), errors);
        FieldRules.NonNegative(status.NumberReady, path.Child("numberReady"), errors);
        FieldRules.NonNegative(status.ObservedGeneration, path.Child("observedGeneration"), errors);
        FieldRules.NonNegative(status.UpdatedNumberScheduled, path.Child("updatedNumberScheduled"), errors);
        FieldRules.NonNegative(status.NumberAvailable, path.Child("numberAvailable"), errors);
        FieldRules.NonNegative(status.NumberUnavailable, path.Child("numberUnavailable"), errors);
        WorkloadValidation.CheckCollisionCount(status.CollisionCount, old.Status?.CollisionCount, errors);
    }

    private static void CheckStrategy(DaemonSetUpdateStrategy strategy, FieldPath path, FieldErrors errors)
    {
        switch (strategy.Type)
        {
            case DaemonSetUpdateStrategyType.OnDelete:
                break;
            case DaemonSetUpdateStrategyType.RollingUpdate when strategy.RollingUpdate is { } rolling:
                CheckRolling(rolling, path.Child("rollingUpdate"), errors);
                break;
            case DaemonSetUpdateStrategyType.RollingUpdate:
                errors.Required(path.Child("rollingUpdate"));
                break;
            default:
                errors.NotSupported(path, FieldRules.Shown(strategy), DaemonSetUpdateStrategyType.RollingUpdate, DaemonSetUpdateStrategyType.OnDelete);
                break;
        }
    }

    private static void CheckRolling(RollingUpdateDaemonSet rolling, FieldPath path, FieldErrors errors)
    {
        var (unavailable, surge) = (path.Child("maxUnavailable"), path.Child("maxSurge"));
        ShareRules.NonNegative(rolling.MaxUnavailable, unavailable, errors);
        ShareRules.NonNegative(rolling.MaxSurge, surge, errors);
        ShareRules.AtMostAll(rolling.MaxUnavailable, unavailable, errors);
        ShareRules.AtMostAll(rolling.MaxSurge, surge, errors);
        switch (ShareRules.Number(rolling.MaxUnavailable) != 0, ShareRules.Number(rolling.MaxSurge) != 0)
        {
            case (true, true):
                errors.Invalid(surge, rolling.MaxSurge, "may not be set when maxUnavailable is non-zero");
                break;
            case (false, false):
                errors.Required(unavailable, "cannot be 0 when maxSurge is 0");
                break;
        }
    }
}
