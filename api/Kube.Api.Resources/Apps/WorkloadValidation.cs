using Kube.Api.Core.V1;
using Kube.Api.Meta.V1;
using Kube.Api.Resources.Core;
using Kube.Machinery.Selectors;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Apps;

/// <summary>What the workloads of apps have in common: a selector that matches the template, and a template whose pods run on.</summary>
internal static class WorkloadValidation
{
    /// <param name="selector">The workload's selector.</param>
    /// <param name="template">Its pod template.</param>
    /// <param name="spec">The path of the spec.</param>
    /// <param name="errors">Where errors go.</param>
    /// <param name="kind">What the error calls the workload; a ReplicaSet is a deployment there too.</param>
    public static void CheckSelector(LabelSelector? selector, PodTemplateSpec? template, FieldPath spec, FieldErrors errors, string kind = "deployment")
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
            errors.Invalid(path, FieldRules.Shown(selector), $"empty selector is invalid for {kind}");
        }
        else if (errors.Count == before && !Selector.From(selector).Matches(template?.Metadata?.Labels))
        {
            var labels = template?.Metadata?.Labels ?? [];
            errors.Invalid(spec.Child("template", "metadata").Child("labels"), FieldRules.Shown(labels), "`selector` does not match template `labels`");
        }
    }

    /// <summary>The template's own rules, and that its pods run on.</summary>
    public static void CheckTemplate(PodTemplateSpec? template, FieldPath spec, FieldErrors errors, string kind = "ReplicaSet")
    {
        var path = spec.Child("template");
        if (template is null)
        {
            errors.Required(path);
            return;
        }

        PodSpecValidation.CheckTemplate(template, path, errors);
        CheckRunsOn(template, path, errors, kind);
    }

    /// <summary>Containers restart for ever, and no deadline ends the pods.</summary>
    public static void CheckRunsOn(PodTemplateSpec template, FieldPath path, FieldErrors errors, string kind)
    {
        var policy = template.Spec?.RestartPolicy;
        if (!string.IsNullOrEmpty(policy) && policy != RestartPolicy.Always)
        {
            errors.NotSupported(path.Child("spec", "restartPolicy"), policy, RestartPolicy.Always);
        }

        if (template.Spec?.ActiveDeadlineSeconds is not null)
        {
            errors.Forbidden(path.Child("spec", "activeDeadlineSeconds"), $"activeDeadlineSeconds in {kind} is not Supported");
        }
    }

    public static void CheckSelectorUnchanged(LabelSelector? selector, LabelSelector? old, FieldErrors errors)
    {
        if (!Wire.Same(selector, old))
        {
            errors.Immutable(FieldPath.Of("spec", "selector"), FieldRules.Shown(selector));
        }
    }

    /// <summary>The count of hash collisions never goes down: names that were taken stay taken.</summary>
    public static void CheckCollisionCount(int? count, int? old, FieldErrors errors)
    {
        var path = FieldPath.Of("status", "collisionCount");
        FieldRules.NonNegative(count, path, errors);
        if (old is not null && (count ?? 0) < old)
        {
            errors.Invalid(path, count ?? 0, "cannot be decremented");
        }
    }
}
