using Kube.Api.Meta.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources;

/// <summary>The rules of ObjectMeta, the same for every kind.</summary>
internal static class MetadataValidation
{
    private const string Orphan = "orphan";
    private const string Foreground = "foregroundDeletion";
    private static readonly FieldPath s_metadata = FieldPath.Of("metadata");

    public static void Check(IKubeObject obj, ResourceInfo info, Func<string, string?> nameError, FieldErrors errors)
    {
        var meta = obj.Metadata ?? new ObjectMeta();
        CheckName(meta, nameError, errors);
        CheckNamespace(meta, info, errors);
        FieldRules.NonNegative(meta.Generation, s_metadata.Child("generation"), errors);
        CheckMaps(meta, s_metadata, errors);
        CheckOwners(meta.OwnerReferences ?? [], errors);
        CheckFinalizers(meta.Finalizers ?? [], errors);
    }

    /// <summary>Labels and annotations; also those of pod templates.</summary>
    public static void CheckMaps(ObjectMeta? meta, FieldPath path, FieldErrors errors)
    {
        LabelRules.CheckLabels(meta?.Labels, path.Child("labels"), errors);
        LabelRules.CheckAnnotations(meta?.Annotations, path.Child("annotations"), errors);
    }

    /// <summary>The rules of an update. That a deleted object takes no new finalizers is the server's to check: it alone may add its own.</summary>
    public static void CheckUpdate(IKubeObject obj, IKubeObject old, ResourceInfo info, Func<string, string?> nameError, FieldErrors errors)
    {
        Check(obj, info, nameError, errors);
        var (meta, before) = (obj.Metadata ?? new ObjectMeta(), old.Metadata ?? new ObjectMeta());
        CheckSame(meta.Name, before.Name, "name", errors);
        CheckSame(meta.Namespace, before.Namespace, "namespace", errors);
        CheckSame(meta.Uid, before.Uid, "uid", errors);
        if (meta.CreationTimestamp != before.CreationTimestamp)
        {
            errors.Immutable(s_metadata.Child("creationTimestamp"), Time(meta.CreationTimestamp));
        }

        if (meta.DeletionTimestamp != before.DeletionTimestamp)
        {
            errors.Immutable(s_metadata.Child("deletionTimestamp"), Time(meta.DeletionTimestamp));
        }

        if (meta.DeletionGracePeriodSeconds != before.DeletionGracePeriodSeconds)
        {
            errors.Immutable(s_metadata.Child("deletionGracePeriodSeconds"), meta.DeletionGracePeriodSeconds);
        }
    }

    private static void CheckName(ObjectMeta meta, Func<string, string?> nameError, FieldErrors errors)
    {
        if (meta.GenerateName is { Length: > 0 } prefix && nameError(prefix.TrimEnd('-', '.') is { Length: > 0 } kept ? kept : prefix) is { } prefixProblem)
        {
            errors.Invalid(s_metadata.Child("generateName"), prefix, prefixProblem);
        }

        if (string.IsNullOrEmpty(meta.Name))
        {
            errors.Required(s_metadata.Child("name"), "name or generateName is required");
        }
        else if (nameError(meta.Name) is { } problem)
        {
            errors.Invalid(s_metadata.Child("name"), meta.Name, problem);
        }
    }

    private static void CheckNamespace(ObjectMeta meta, ResourceInfo info, FieldErrors errors)
    {
        var path = s_metadata.Child("namespace");
        if (!info.Namespaced)
        {
            if (!string.IsNullOrEmpty(meta.Namespace))
            {
                errors.Forbidden(path, "not allowed on this type");
            }
        }
        else if (string.IsNullOrEmpty(meta.Namespace))
        {
            errors.Required(path);
        }
        else if (ObjectNames.DnsLabelError(meta.Namespace) is { } problem)
        {
            errors.Invalid(path, meta.Namespace, problem);
        }
    }

    private static void CheckOwners(List<OwnerReference> owners, FieldErrors errors)
    {
        var path = s_metadata.Child("ownerReferences");
        for (var i = 0; i < owners.Count; i++)
        {
            var (owner, at) = (owners[i], path.Index(i));
            NotEmpty(owner.ApiVersion, at.Child("apiVersion"), "version must not be empty", errors);
            NotEmpty(owner.Kind, at.Child("kind"), "must not be empty", errors);
            NotEmpty(owner.Name, at.Child("name"), "must not be empty", errors);
            NotEmpty(owner.Uid, at.Child("uid"), "must not be empty", errors);
            if (owner is { ApiVersion: "v1", Kind: "Event" })
            {
                errors.Invalid(path, FieldRules.Shown(owner), "/v1, Kind=Event is disallowed from being an owner");
            }
        }

        if (owners.Where(o => o.Controller == true).ToList() is { Count: > 1 } controllers)
        {
            errors.Invalid(path, FieldRules.Shown(owners),
                $"Only one reference can have Controller set to true. Found \"true\" in references for {controllers[0].Kind}/{controllers[0].Name} and {controllers[1].Kind}/{controllers[1].Name}");
        }
    }

    private static void CheckFinalizers(List<string> finalizers, FieldErrors errors)
    {
        var path = s_metadata.Child("finalizers");
        foreach (var finalizer in finalizers)
        {
            FieldRules.QualifiedName(finalizer, path, errors);
        }

        if (finalizers.Contains(Orphan) && finalizers.Contains(Foreground))
        {
            errors.Invalid(path, FieldRules.Shown(finalizers), $"finalizer {Orphan} and {Foreground} cannot be both set");
        }
    }

    private static void NotEmpty(string? value, FieldPath path, string detail, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(value))
        {
            errors.Invalid(path, "", detail);
        }
    }

    private static void CheckSame(string? value, string? before, string field, FieldErrors errors)
    {
        if ((value ?? "") != (before ?? ""))
        {
            errors.Immutable(s_metadata.Child(field), value ?? "");
        }
    }

    private static string? Time(DateTime? time) => time?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'");
}
