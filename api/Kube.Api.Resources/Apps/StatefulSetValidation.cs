using Kube.Api.Apps.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Apps;

/// <summary>
/// The rules of a StatefulSet. As in Kubernetes the pod spec of the template is not looked at beyond its restart policy: containers may mount
/// volumes that only the claim templates name, and what else is wrong with it is found when the first pod is made.
/// </summary>
internal static class StatefulSetValidation
{
    private const string FixedText = "updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', 'updateStrategy', 'revisionHistoryLimit', "
        + "'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden";

    private static readonly FieldPath s_spec = FieldPath.Of("spec");

    public static void Check(StatefulSet set, FieldErrors errors)
    {
        var spec = set.Spec ?? new StatefulSetSpec();
        CheckPolicy(spec.PodManagementPolicy, errors);
        CheckStrategy(spec.UpdateStrategy ?? new StatefulSetUpdateStrategy(), s_spec.Child("updateStrategy"), errors);
        CheckRetention(spec.PersistentVolumeClaimRetentionPolicy, s_spec.Child("persistentVolumeClaimRetentionPolicy"), errors);
        FieldRules.NonNegative(spec.Replicas, s_spec.Child("replicas"), errors);
        FieldRules.NonNegative(spec.MinReadySeconds, s_spec.Child("minReadySeconds"), errors);
        FieldRules.NonNegative(spec.Ordinals?.Start, s_spec.Child("ordinals", "start"), errors);
        WorkloadValidation.CheckSelector(spec.Selector, spec.Template, s_spec, errors, "statefulset");
        if (spec.Template is { } template)
        {
            MetadataValidation.CheckMaps(template.Metadata, s_spec.Child("template"), errors);
            WorkloadValidation.CheckRunsOn(template, s_spec.Child("template"), errors, "StatefulSet");
        }
    }

    public static void CheckUpdate(StatefulSet set, StatefulSet old, FieldErrors errors)
    {
        var (spec, before) = (Fixed(set.Spec), Fixed(old.Spec));
        if (!Wire.Same(spec, before))
        {
            errors.Forbidden(s_spec, FixedText);
        }
    }

    public static void CheckStatus(StatefulSet set, StatefulSet old, FieldErrors errors)
    {
        var (status, path) = (set.Status ?? new StatefulSetStatus(), FieldPath.Of("status"));
        (string Field, int? Count)[] parts =
        [
            ("readyReplicas", status.ReadyReplicas), ("currentReplicas", status.CurrentReplicas),
            ("updatedReplicas", status.UpdatedReplicas), ("availableReplicas", status.AvailableReplicas),
        ];
        FieldRules.NonNegative(status.Replicas, path.Child("replicas"), errors);
        FieldRules.NonNegative(status.ObservedGeneration, path.Child("observedGeneration"), errors);
        foreach (var (field, count) in parts)
        {
            FieldRules.NonNegative(count, path.Child(field), errors);
            DeploymentValidation.AtMost(count, status.Replicas ?? 0, path.Child(field), "cannot be greater than status.replicas", errors);
        }

        DeploymentValidation.AtMost(status.AvailableReplicas, status.ReadyReplicas ?? 0, path.Child("availableReplicas"), "cannot be greater than status.readyReplicas", errors);
        WorkloadValidation.CheckCollisionCount(status.CollisionCount, old.Status?.CollisionCount, errors);
    }

    /// <summary>What is left of a spec without the fields that may change.</summary>
    private static StatefulSetSpec Fixed(StatefulSetSpec? spec) => new()
    {
        Selector = spec?.Selector,
        VolumeClaimTemplates = spec?.VolumeClaimTemplates,
        ServiceName = spec?.ServiceName,
        PodManagementPolicy = spec?.PodManagementPolicy,
    };

    private static void CheckPolicy(string? policy, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(policy))
        {
            errors.Required(s_spec.Child("podManagementPolicy"));
        }
        else if (policy is not (PodManagementPolicyType.OrderedReady or PodManagementPolicyType.Parallel))
        {
            errors.Invalid(s_spec.Child("podManagementPolicy"), policy, "must be 'OrderedReady' or 'Parallel'");
        }
    }

    private static void CheckStrategy(StatefulSetUpdateStrategy strategy, FieldPath path, FieldErrors errors)
    {
        switch (strategy.Type)
        {
            case null or "":
                errors.Required(path);
                break;
            case StatefulSetUpdateStrategyType.OnDelete when strategy.RollingUpdate is { } rolling:
                errors.Invalid(path.Child("rollingUpdate"), FieldRules.Shown(rolling), "only allowed for updateStrategy 'RollingUpdate'");
                break;
            case StatefulSetUpdateStrategyType.OnDelete:
                break;
            case StatefulSetUpdateStrategyType.RollingUpdate:
                CheckRolling(strategy.RollingUpdate, path.Child("rollingUpdate"), errors);
                break;
            default:
                errors.Invalid(path, FieldRules.Shown(strategy), "must be 'RollingUpdate' or 'OnDelete'");
                break;
        }
    }

    private static void CheckRolling(RollingUpdateStatefulSetStrategy? rolling, FieldPath path, FieldErrors errors)
    {
        FieldRules.NonNegative(rolling?.Partition, path.Child("partition"), errors);
        var unavailable = path.Child("maxUnavailable");
        ShareRules.NonNegative(rolling?.MaxUnavailable, unavailable, errors);
        if (rolling?.MaxUnavailable is { } share && ShareRules.Number(share) == 0)
        {
            errors.Invalid(unavailable, share, "cannot be 0");
        }

        ShareRules.AtMostAll(rolling?.MaxUnavailable, unavailable, errors);
    }

    private static void CheckRetention(StatefulSetPersistentVolumeClaimRetentionPolicy? policy, FieldPath path, FieldErrors errors)
    {
        string[] supported = [PersistentVolumeClaimRetentionPolicyType.Retain, PersistentVolumeClaimRetentionPolicyType.Delete];
        FieldRules.AbsentOrOneOf(policy?.WhenDeleted, path.Child("whenDeleted"), errors, supported);
        FieldRules.AbsentOrOneOf(policy?.WhenScaled, path.Child("whenScaled"), errors, supported);
    }
}
