using Kube.Api.Authorization.V1;
using Kube.Api.Meta.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Authorization;

/// <summary>The rules of the three kinds that ask whether a request is allowed.</summary>
internal static class AccessReviewValidation
{
    private static readonly FieldPath s_spec = FieldPath.Of("spec");
    private static readonly FieldPath s_resource = s_spec.Child("resourceAttributes");
    private static readonly FieldPath s_other = s_spec.Child("nonResourceAttributes");

    public static void Check(SubjectAccessReview review, FieldErrors errors)
    {
        CheckSubject(review.Spec, errors);
        CheckMetadata(review.Metadata, errors, namespaced: false);
    }

    public static void Check(SelfSubjectAccessReview review, FieldErrors errors)
    {
        CheckAttributes(review.Spec?.ResourceAttributes, review.Spec?.NonResourceAttributes, errors);
        CheckMetadata(review.Metadata, errors, namespaced: false);
    }

    public static void Check(LocalSubjectAccessReview review, FieldErrors errors)
    {
        CheckSubject(review.Spec, errors);
        CheckMetadata(review.Metadata, errors, namespaced: true);
        if (review.Spec?.ResourceAttributes is { } resource && (resource.Namespace ?? "") != (review.Metadata?.Namespace ?? ""))
        {
            errors.Invalid(s_resource.Child("namespace"), resource.Namespace ?? "", "must match metadata.namespace");
        }

        if (review.Spec?.NonResourceAttributes is { } other)
        {
            errors.Invalid(s_other, FieldRules.Shown(other), "disallowed on this kind of request");
        }
    }

    private static void CheckSubject(SubjectAccessReviewSpec? spec, FieldErrors errors)
    {
        CheckAttributes(spec?.ResourceAttributes, spec?.NonResourceAttributes, errors);
        if (string.IsNullOrEmpty(spec?.User) && spec?.Groups is not { Count: > 0 })
        {
            errors.Invalid(s_spec.Child("user"), spec?.User ?? "", "at least one of user or group must be specified");
        }
    }

    private static void CheckAttributes(ResourceAttributes? resource, NonResourceAttributes? other, FieldErrors errors)
    {
        if (resource is not null && other is not null)
        {
            errors.Invalid(s_other, FieldRules.Shown(other), "cannot be specified in combination with resourceAttributes");
        }

        if (resource is null && other is null)
        {
            errors.Invalid(s_resource, null, "exactly one of nonResourceAttributes or resourceAttributes must be specified");
        }

        if (resource?.FieldSelector is { } fields)
        {
            CheckSelector(fields.RawSelector, fields.Requirements?.Count ?? 0, s_resource.Child("fieldSelector"), errors);
        }

        if (resource?.LabelSelector is { } labels)
        {
            CheckSelector(labels.RawSelector, labels.Requirements?.Count ?? 0, s_resource.Child("labelSelector"), errors);
        }
    }

    private static void CheckSelector(string? raw, int requirements, FieldPath path, FieldErrors errors)
    {
        if (!string.IsNullOrEmpty(raw) && requirements > 0)
        {
            errors.Invalid(path.Child("rawSelector"), raw, "may not specified at the same time as requirements");
        }

        if (string.IsNullOrEmpty(raw) && requirements == 0)
        {
            errors.Required(path.Child("requirements"), $"when {path} is specified, requirements or rawSelector is required");
        }
    }

    private static void CheckMetadata(ObjectMeta? meta, FieldErrors errors, bool namespaced)
    {
        var empty = new ObjectMeta { Namespace = namespaced ? meta?.Namespace : null, ManagedFields = meta?.ManagedFields };
        if (meta is not null && !Wire.Same(meta, empty))
        {
            errors.Invalid(FieldPath.Of("metadata"), FieldRules.Shown(meta), namespaced ? "must be empty except for namespace" : "must be empty");
        }
    }
}
