using Kube.Api.Apps.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Apps;

/// <summary>The rules of a Deployment.</summary>
internal static class DeploymentValidation
{
    private static readonly FieldPath s_spec = FieldPath.Of("spec");

    public static void Check(Deployment deployment, FieldErrors errors)
    {
        var spec = deployment.Spec ?? new DeploymentSpec();
        FieldRules.NonNegative(spec.Replicas, s_spec.Child("replicas"), errors);
        WorkloadValidation.CheckSelector(spec.Selector, spec.Template, s_spec, errors);
        WorkloadValidation.CheckTemplate(spec.Template, s_spec, errors);
        CheckStrategy(spec.Strategy ?? new DeploymentStrategy(), s_spec.Child("strategy"), errors);
        FieldRules.NonNegative(spec.MinReadySeconds, s_spec.Child("minReadySeconds"), errors);
        FieldRules.NonNegative(spec.RevisionHistoryLimit, s_spec.Child("revisionHistoryLimit"), errors);
        FieldRules.NonNegative(spec.ProgressDeadlineSeconds, s_spec.Child("progressDeadlineSeconds"), errors);
        if (spec.ProgressDeadlineSeconds <= (spec.MinReadySeconds ?? 0))
        {
            errors.Invalid(s_spec.Child("progressDeadlineSeconds"), spec.ProgressDeadlineSeconds, "must be greater than minReadySeconds");
        }
    }

    public static void CheckStatus(Deployment deployment, FieldErrors errors)
    {
        var (status, path) = (deployment.Status ?? new DeploymentStatus(), FieldPath.Of("status"));
        FieldRules.NonNegative(status.ObservedGeneration, path.Child("observedGeneration"), errors);
        FieldRules.NonNegative(status.Replicas, path.Child("replicas"), errors);
        FieldRules.NonNegative(status.UpdatedReplicas, path.Child("updatedReplicas"), errors);
        FieldRules.NonNegative(status.ReadyReplicas, path.Child("readyReplicas"), errors);
        FieldRules.NonNegative(status.AvailableReplicas, path.Child("availableReplicas"), errors);
        FieldRules.NonNegative(status.UnavailableReplicas, path.Child("unavailableReplicas"), errors);
        var total = status.Replicas ?? 0;
        AtMost(status.UpdatedReplicas, total, path.Child("updatedReplicas"), "cannot be greater than status.replicas", errors);
        AtMost(status.ReadyReplicas, total, path.Child("readyReplicas"), "cannot be greater than status.replicas", errors);
        AtMost(status.AvailableReplicas, total, path.Child("availableReplicas"), "cannot be greater than status.replicas", errors);
        AtMost(status.AvailableReplicas, status.ReadyReplicas ?? 0, path.Child("availableReplicas"), "cannot be greater than readyReplicas", errors);
    }

    /// <summary>Adds an error when a count of pods exceeds the count it is part of.</summary>
    public static void AtMost(int? count, int most, FieldPath path, string detail, FieldErrors errors)
    {
        if (count > most)
        {
            errors.Invalid(path, count, detail);
        }
    }

    private static void CheckStrategy(DeploymentStrategy strategy, FieldPath path, FieldErrors errors)
    {
        FieldRules.OneOf(strategy.Type, path.Child("type"), errors, DeploymentStrategyType.Recreate, DeploymentStrategyType.RollingUpdate);
        var rolling = path.Child("rollingUpdate");
        if (strategy.Type == DeploymentStrategyType.Recreate && strategy.RollingUpdate is not null)
        {
            errors.Forbidden(rolling, "may not be specified when strategy `type` is 'Recreate'");
        }
        else if (strategy.Type == DeploymentStrategyType.RollingUpdate)
        {
            if (strategy.RollingUpdate is null)
            {
                errors.Required(rolling, "this should be defaulted and never be nil");
                return;
            }

            ShareRules.NonNegative(strategy.RollingUpdate.MaxUnavailable, rolling.Child("maxUnavailable"), errors);
            ShareRules.NonNegative(strategy.RollingUpdate.MaxSurge, rolling.Child("maxSurge"), errors);
            CheckProgress(strategy.RollingUpdate, rolling, errors);
        }
    }

    private static void CheckProgress(RollingUpdateDeployment rolling, FieldPath path, FieldErrors errors)
    {
        if (ShareRules.Number(rolling.MaxUnavailable) == 0 && ShareRules.Number(rolling.MaxSurge) == 0)
        {
            errors.Invalid(path.Child("maxUnavailable"), rolling.MaxUnavailable, "may not be 0 when `maxSurge` is 0");
        }

        ShareRules.AtMostAll(rolling.MaxUnavailable, path.Child("maxUnavailable"), errors);
    }
}
