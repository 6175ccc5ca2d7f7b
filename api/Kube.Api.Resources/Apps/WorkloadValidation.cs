using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;
using Kube.Api.Resources.Core;
using Kube.Machinery.Selectors;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Apps;

/// <summary>What Deployments and ReplicaSets have in common: a selector that matches the template, and a template whose pods run on.</summary>
internal static class WorkloadValidation
{
    public static void CheckSelector(LabelSelector? selector, PodTemplateSpec? template, FieldPath spec, FieldErrors errors)
    {
        var path = spec.Child("selector");
        if (selector is null)
        {
            errors.Required(path);
            return;
        }

        var before = errors.Count;
        LabelSelectorValidation.Check(selector, path, errors);
        if (selector is { MatchLabels: not { Count: > 0 }, MatchExpressions: not { Count: > 0 } })
        {
            errors.Invalid(path, FieldRules.Shown(selector), "empty selector is invalid for deployment");
        }
        else if (errors.Count == before && !Selector.From(selector).Matches(template?.Metadata?.Labels))
        {
            var labels = template?.Metadata?.Labels ?? [];
            errors.Invalid(spec.Child("template", "metadata").Child("labels"), FieldRules.Shown(labels), "`selector` does not match template `labels`");
        }
    }

    public static void CheckTemplate(PodTemplateSpec? template, FieldPath spec, FieldErrors errors)
    {
        var path = spec.Child("template");
        if (template is null)
        {
            errors.Required(path);
            return;
        }

        PodSpecValidation.CheckTemplate(template, path, errors);
        var policy = template.Spec?.RestartPolicy;
        if (policy is RestartPolicy.OnFailure or RestartPolicy.Never)
        {
            errors.NotSupported(path.Child("spec", "restartPolicy"), policy, RestartPolicy.Always);
        }

        if (template.Spec?.ActiveDeadlineSeconds is not null)
        {
            errors.Forbidden(path.Child("spec", "activeDeadlineSeconds"), "activeDeadlineSeconds in ReplicaSet is not Supported");
        }
    }

    public static void CheckSelectorUnchanged(LabelSelector? selector, LabelSelector? old, FieldErrors errors)
    {
        if (!Wire.Same(selector, old))
        {
            errors.Immutable(FieldPath.Of("spec", "selector"), FieldRules.Shown(selector));
        }
    }
}
