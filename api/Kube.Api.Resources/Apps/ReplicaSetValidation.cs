using Kube.Api.Apps.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Apps;

/// <summary>The rules of a ReplicaSet.</summary>
internal static class ReplicaSetValidation
{
    private static readonly FieldPath s_spec = FieldPath.Of("spec");

    public static void Check(ReplicaSet set, FieldErrors errors)
    {
        var spec = set.Spec ?? new ReplicaSetSpec();
        FieldRules.NonNegative(spec.Replicas, s_spec.Child("replicas"), errors);
        FieldRules.NonNegative(spec.MinReadySeconds, s_spec.Child("minReadySeconds"), errors);
        WorkloadValidation.CheckSelector(spec.Selector, spec.Template, s_spec, errors);
        WorkloadValidation.CheckTemplate(spec.Template, s_spec, errors);
    }

    public static void CheckStatus(ReplicaSet set, FieldErrors errors)
    {
        var (status, path) = (set.Status ?? new ReplicaSetStatus(), FieldPath.Of("status"));
        FieldRules.NonNegative(status.Replicas, path.Child("replicas"), errors);
        FieldRules.NonNegative(status.FullyLabeledReplicas, path.Child("fullyLabeledReplicas"), errors);
        FieldRules.NonNegative(status.ReadyReplicas, path.Child("readyReplicas"), errors);
        FieldRules.NonNegative(status.AvailableReplicas, path.Child("availableReplicas"), errors);
        FieldRules.NonNegative(status.ObservedGeneration, path.Child("observedGeneration"), errors);
        var total = status.Replicas ?? 0;
        DeploymentValidation.AtMost(status.FullyLabeledReplicas, total, path.Child("fullyLabeledReplicas"), "cannot be greater than status.replicas", errors);
        DeploymentValidation.AtMost(status.ReadyReplicas, total, path.Child("readyReplicas"), "cannot be greater than status.replicas", errors);
        DeploymentValidation.AtMost(status.AvailableReplicas, total, path.Child("availableReplicas"), "cannot be greater than status.replicas", errors);
        DeploymentValidation.AtMost(status.AvailableReplicas, status.ReadyReplicas ?? 0, path.Child("availableReplicas"), "cannot be greater than readyReplicas", errors);
    }
}
