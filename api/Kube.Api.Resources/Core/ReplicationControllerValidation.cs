using Kube.Api.Apps.V1;
using Kube.Api.Core.V1;
using Kube.Api.Resources.Apps;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Core;

/// <summary>The rules of a ReplicationController.</summary>
internal static class ReplicationControllerValidation
{
    private static readonly FieldPath s_spec = FieldPath.Of("spec");

    public static void Check(ReplicationController controller, FieldErrors errors)
    {
        var spec = controller.Spec ?? new ReplicationControllerSpec();
        FieldRules.NonNegative(spec.MinReadySeconds, s_spec.Child("minReadySeconds"), errors);
        FieldRules.NonNegative(spec.Replicas, s_spec.Child("replicas"), errors);
        if (spec.Selector is not { Count: > 0 })
        {
            errors.Required(s_spec.Child("selector"));
        }

        CheckTemplate(spec, s_spec.Child("template"), errors);
    }

    /// <summary>The counts obey the rules of a ReplicaSet's.</summary>
    public static void CheckStatus(ReplicationController controller, FieldErrors errors)
    {
        var status = controller.Status ?? new ReplicationControllerStatus();
        ReplicaSetValidation.CheckStatus(
            new ReplicaSet
            {
                Status = new ReplicaSetStatus
                {
                    Replicas = status.Replicas,
                    FullyLabeledReplicas = status.FullyLabeledReplicas,
                    ReadyReplicas = status.ReadyReplicas,
                    AvailableReplicas = status.AvailableReplicas,
                    ObservedGeneration = status.ObservedGeneration,
                },
            },
            errors);
    }

    private static void CheckTemplate(ReplicationControllerSpec spec, FieldPath path, FieldErrors errors)
    {
        if (spec.Template is not { } template)
        {
            errors.Required(path);
            return;
        }

        var labels = template.Metadata?.Labels ?? [];
        if ((spec.Selector ?? []).Any(s => !labels.TryGetValue(s.Key, out var value) || value != s.Value))
        {
            errors.Invalid(path.Child("metadata", "labels"), FieldRules.Shown(labels), "`selector` does not match template `labels`");
        }

        PodSpecValidation.CheckTemplate(template, path, errors);
        if (template.Spec?.RestartPolicy is RestartPolicy.OnFailure or RestartPolicy.Never)
        {
            errors.NotSupported(path.Child("spec", "restartPolicy"), template.Spec.RestartPolicy, RestartPolicy.Always);
        }

        if (template.Spec?.ActiveDeadlineSeconds is not null)
        {
            errors.Forbidden(path.Child("spec", "activeDeadlineSeconds"), "activeDeadlineSeconds in ReplicationController is not Supported");
        }
    }
}
