using Kube.Api.Core.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Core;

/// <summary>The rules of a claim; also of claims in templates.</summary>
internal static class PersistentVolumeClaimValidation
{
    private const string Immutable = "spec is immutable after creation except resources.requests and volumeAttributesClassName for bound claims\n";
    private static readonly FieldPath s_spec = FieldPath.Of("spec");

    public static void CheckSpec(PersistentVolumeClaimSpec spec, FieldPath path, FieldErrors errors)
    {
        AccessModes.Check(spec.AccessModes, "at least 1 access mode is required", path.Child("accessModes"), errors);
        LabelSelectorValidation.Check(spec.Selector, path.Child("selector"), errors);
        CheckSize(spec, path.Child("resources").Key(ResourceName.Storage), errors);
        FieldRules.Name(spec.StorageClassName, ObjectNames.DnsSubdomainError, path.Child("storageClassName"), errors);
        if (spec.VolumeMode is not null)
        {
            FieldRules.OneOf(spec.VolumeMode, path.Child("volumeMode"), errors, PersistentVolumeMode.Block, PersistentVolumeMode.Filesystem);
        }

        FieldRules.Name(spec.VolumeAttributesClassName, ObjectNames.DnsSubdomainError, path.Child("volumeAttributesClassName"), errors);
        CheckSources(spec, path, errors);
    }

    public static void CheckStatus(PersistentVolumeClaim claim, FieldErrors errors)
    {
        var path = FieldPath.Of("status");
        foreach (var (field, amounts) in new[] { ("capacity", claim.Status?.Capacity), ("allocatedResources", claim.Status?.AllocatedResources) })
        {
            foreach (var (name, amount) in amounts ?? [])
            {
                ResourceValidation.CheckAmount(name, amount, path.Child(field).Key(name), errors);
            }
        }

        foreach (var (name, status) in claim.Status?.AllocatedResourceStatuses ?? [])
        {
            FieldRules.OneOf(status, path.Child("allocatedResourceStatuses").Key(name), errors,
                ClaimResourceStatus.ControllerResizeInProgress, ClaimResourceStatus.ControllerResizeInfeasible, ClaimResourceStatus.NodeResizePending,
                ClaimResourceStatus.NodeResizeInProgress, ClaimResourceStatus.NodeResizeInfeasible);
        }
    }

    /// <summary>Quotas count on claims staying as they are: what may change is the volume (once), the size of a bound claim, and its attributes class.</summary>
    public static void CheckUpdate(PersistentVolumeClaim claim, PersistentVolumeClaim old, FieldErrors errors)
    {
        var (spec, before) = (claim.Spec ?? new PersistentVolumeClaimSpec(), old.Spec ?? new PersistentVolumeClaimSpec());
        var wanted = ApiJson.Clone(spec);
        wanted.VolumeName = string.IsNullOrEmpty(before.VolumeName) ? before.VolumeName : wanted.VolumeName;
        wanted.VolumeAttributesClassName = before.VolumeAttributesClassName;
        if (MayTakeClass(claim, old))
        {
            wanted.StorageClassName = before.StorageClassName;
        }

        if (old.Status?.Phase == PersistentVolumeClaimPhase.Bound && wanted.Resources?.Requests is { } requests && Size(before) is { } size)
        {
            requests[ResourceName.Storage] = size;
        }

        if (!Wire.Same(wanted, before))
        {
            errors.Forbidden(s_spec, Immutable);
        }

        if (spec.VolumeMode != before.VolumeMode)
        {
            errors.Immutable(FieldPath.Of("volumeMode"), spec.VolumeMode);
        }

        if (Annotated(claim) != Annotated(old) && !(Annotated(claim) is null && MayTakeClass(claim, old)))
        {
            errors.Immutable(FieldPath.Of("metadata", "annotations").Child(StorageClassNames.Annotation), Annotated(claim) ?? "");
        }

        CheckShrinking(spec, old, errors);
        CheckAttributesClass(spec, old, errors);
    }

    private static Quantity? Size(PersistentVolumeClaimSpec? spec) =>
        spec?.Resources?.Requests is { } requests && requests.TryGetValue(ResourceName.Storage, out var size) ? size : null;

    private static void CheckSize(PersistentVolumeClaimSpec spec, FieldPath path, FieldErrors errors)
    {
        if (Size(spec) is not { } size)
        {
            errors.Required(path);
        }
        else if (size.Value <= 0)
        {
            errors.Invalid(path, size, "must be greater than zero");
        }
    }

    /// <summary>A claim without a class may get one later (the cluster's default); one whose class is an annotation may move it into the field.</summary>
    private static bool MayTakeClass(PersistentVolumeClaim claim, PersistentVolumeClaim old)
    {
        var (annotation, before) = (Annotated(claim), Annotated(old));
        return old.Spec?.StorageClassName is null && claim.Spec?.StorageClassName is { } taken
            && (before is null || (annotation is null && before == taken));
    }

    private static string? Annotated(PersistentVolumeClaim claim) => claim.Metadata?.Annotations?.GetValueOrDefault(StorageClassNames.Annotation);

    /// <summary>A claim whose volume could not be made larger may ask for less again, but for more than the volume has.</summary>
    private static void CheckShrinking(PersistentVolumeClaimSpec spec, PersistentVolumeClaim old, FieldErrors errors)
    {
        if (Size(spec) is { } size && Size(old.Spec) is { } before && size < before
            && size <= (old.Status?.Capacity?.GetValueOrDefault(ResourceName.Storage) ?? default))
        {
            errors.Forbidden(s_spec.Child("resources", "requests").Child("storage"), "field can not be less than status.capacity");
        }
    }

    private static void CheckAttributesClass(PersistentVolumeClaimSpec spec, PersistentVolumeClaim old, FieldErrors errors)
    {
        if (old.Spec?.VolumeAttributesClassName is { Length: > 0 } && old.Status?.CurrentVolumeAttributesClassName is not null
            && string.IsNullOrEmpty(spec.VolumeAttributesClassName))
        {
            errors.Forbidden(s_spec.Child("volumeAttributesClassName"), spec.VolumeAttributesClassName is null
                ? "update to nil is forbidden when status.currentVolumeAttributesClassName is not nil"
                : "update to empty is forbidden when status.currentVolumeAttributesClassName is not nil");
        }
    }

    private static void CheckSources(PersistentVolumeClaimSpec spec, FieldPath path, FieldErrors errors)
    {
        if (spec.DataSource is { } source)
        {
            CheckSource(source.ApiGroup, source.Kind, source.Name, path.Child("dataSource"), errors);
        }

        if (spec.DataSourceRef is { } reference)
        {
            CheckSource(reference.ApiGroup, reference.Kind, reference.Name, path.Child("dataSourceRef"), errors);
            FieldRules.Name(reference.Namespace, ObjectNames.DnsLabelError, path.Child("dataSourceRef", "namespace"), errors);
        }

        if (spec is { DataSource: { } old, DataSourceRef: { } now })
        {
            if (!string.IsNullOrEmpty(now.Namespace))
            {
                errors.Invalid(path, path.Child("dataSource").ToString(), "may not be specified when dataSourceRef.namespace is specified");
            }
            else if ((old.ApiGroup ?? "", old.Kind, old.Name) != (now.ApiGroup ?? "", now.Kind, now.Name))
            {
                errors.Invalid(path, path.Child("dataSource").ToString(), "must match dataSourceRef");
            }
        }
    }

    private static void CheckSource(string? group, string? kind, string? name, FieldPath path, FieldErrors errors)
    {
        FieldRules.Required(name, path.Child("name"), errors);
        FieldRules.Required(kind, path.Child("kind"), errors);
        if (string.IsNullOrEmpty(group) && kind != PersistentVolumeClaim.Info.Kind)
        {
            errors.Invalid(path, kind ?? "", "must be 'PersistentVolumeClaim' when referencing the default apiGroup");
        }

        FieldRules.Name(group, ObjectNames.DnsSubdomainError, path.Child("apiGroup"), errors);
    }
}
