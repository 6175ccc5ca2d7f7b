using Kube.Api.Core.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Core;

/// <summary>The rules of a persistent volume; also of one that stands inside a VolumeAttachment.</summary>
internal static class PersistentVolumeValidation
{
    private const string Inline = "may not be specified in the context of inline volumes";

    public static void Check(PersistentVolumeSpec spec, FieldPath path, FieldErrors errors)
    {
        AccessModes.Check(spec.AccessModes, "", path.Child("accessModes"), errors);
        CheckCapacity(spec.Capacity ?? [], path.Child("capacity"), errors);
        FieldRules.AbsentOrOneOf(spec.PersistentVolumeReclaimPolicy, path.Child("persistentVolumeReclaimPolicy"), errors,
            PersistentVolumeReclaimPolicy.Delete, PersistentVolumeReclaimPolicy.Recycle, PersistentVolumeReclaimPolicy.Retain);
        CheckAffinity(spec.NodeAffinity, path.Child("nodeAffinity"), errors);
        PersistentVolumeSourceValidation.Check(spec, path, errors);
        if (spec.Local is not null && spec.NodeAffinity is null)
        {
            errors.Required(path.Child("nodeAffinity"), "Local volume requires node affinity");
        }

        if (spec.HostPath?.Path is { Length: > 0 } host && host.All(c => c is '/' or '.') && spec.PersistentVolumeReclaimPolicy == PersistentVolumeReclaimPolicy.Recycle)
        {
            errors.Forbidden(path.Child("persistentVolumeReclaimPolicy"), "may not be 'recycle' for a hostPath mount of '/'");
        }

        FieldRules.Name(spec.StorageClassName, ObjectNames.DnsSubdomainError, path.Child("storageClassName"), errors);
        if (spec.VolumeMode is not null)
        {
            FieldRules.OneOf(spec.VolumeMode, path.Child("volumeMode"), errors, PersistentVolumeMode.Block, PersistentVolumeMode.Filesystem);
        }

        CheckAttributesClass(spec, path, errors);
    }

    /// <summary>A volume inside an attachment says where the storage is, and nothing of what only volumes of their own have.</summary>
    public static void CheckInline(PersistentVolumeSpec spec, FieldPath path, FieldErrors errors)
    {
        (string Name, bool Set)[] alien =
        [
            ("claimRef", spec.ClaimRef is not null), ("capacity", spec.Capacity is { Count: > 0 }), ("nodeAffinity", spec.NodeAffinity is not null),
            ("storageClassName", !string.IsNullOrEmpty(spec.StorageClassName)), ("volumeAttributesClassName", spec.VolumeAttributesClassName is not null),
        ];
        foreach (var (name, _) in alien.Where(a => a.Set))
        {
            errors.Forbidden(path.Child(name), Inline);
        }

        if (spec.Csi is null)
        {
            errors.Required(path.Child("csi"), "has to be specified in the context of inline volumes");
        }

        AccessModes.Check(spec.AccessModes, "", path.Child("accessModes"), errors);
        if (spec.PersistentVolumeReclaimPolicy is { Length: > 0 } and not PersistentVolumeReclaimPolicy.Retain)
        {
            errors.Forbidden(path.Child("persistentVolumeReclaimPolicy"), "may only be Retain in the context of inline volumes");
        }

        if (spec.VolumeMode is not null and not PersistentVolumeMode.Filesystem)
        {
            errors.Forbidden(path.Child("volumeMode"), "may not specify volumeMode other than Filesystem in the context of inline volumes");
        }

        PersistentVolumeSourceValidation.Check(spec, path, errors);
    }

    public static void CheckUpdate(PersistentVolumeSpec spec, PersistentVolumeSpec old, FieldErrors errors)
    {
        if (!Wire.Same(SourceOf(spec, old), SourceOf(old, old)))
        {
            errors.Forbidden(FieldPath.Of("spec", "persistentvolumesource"), "spec.persistentvolumesource is immutable after creation\n");
        }

        if (spec.VolumeMode != old.VolumeMode)
        {
            errors.Immutable(FieldPath.Of("volumeMode"), spec.VolumeMode);
        }

        if (old.NodeAffinity is not null && !Wire.Same(spec.NodeAffinity, old.NodeAffinity))
        {
            errors.Immutable(FieldPath.Of("nodeAffinity"), FieldRules.Shown(spec.NodeAffinity));
        }

        if (old.VolumeAttributesClassName is not null && spec.VolumeAttributesClassName is null)
        {
            errors.Forbidden(FieldPath.Of("spec", "volumeAttributesClassName"), "update from non-nil value to nil is forbidden");
        }
    }

    /// <summary>The source alone. The Secret for making a volume larger may be added to one that had none.</summary>
    private static PersistentVolumeSpec SourceOf(PersistentVolumeSpec spec, PersistentVolumeSpec old)
    {
        var source = ApiJson.Clone(spec);
        (source.Capacity, source.AccessModes, source.ClaimRef, source.PersistentVolumeReclaimPolicy, source.StorageClassName) = (null, null, null, null, null);
        (source.MountOptions, source.VolumeMode, source.NodeAffinity, source.VolumeAttributesClassName) = (null, null, null, null);
        if (source.Csi is { } csi && old.Csi is { ControllerExpandSecretRef: null })
        {
            csi.ControllerExpandSecretRef = null;
        }

        return source;
    }

    private static void CheckCapacity(Dictionary<string, Quantity> capacity, FieldPath path, FieldErrors errors)
    {
        if (capacity.Count == 0)
        {
            errors.Required(path);
        }
        else if (capacity.Count > 1 || !capacity.ContainsKey(ResourceName.Storage))
        {
            errors.NotSupported(path, FieldRules.Shown(capacity), ResourceName.Storage);
        }

        foreach (var (name, amount) in capacity.Where(c => c.Value.Value <= 0))
        {
            errors.Invalid(path.Key(name), amount, "must be greater than zero");
        }
    }

    private static void CheckAffinity(VolumeNodeAffinity? affinity, FieldPath path, FieldErrors errors)
    {
        if (affinity is { Required: { } required })
        {
            AffinityValidation.CheckNodes(required, path.Child("required"), errors);
        }
        else if (affinity is not null)
        {
            errors.Required(path.Child("required"), "must specify required node constraints");
        }
    }

    private static void CheckAttributesClass(PersistentVolumeSpec spec, FieldPath path, FieldErrors errors)
    {
        if (spec.VolumeAttributesClassName is not { } name)
        {
            return;
        }

        FieldRules.Required(name, path.Child("volumeAttributesClassName"), errors, "an empty string is disallowed");
        FieldRules.Name(name, ObjectNames.DnsSubdomainError, path.Child("volumeAttributesClassName"), errors);
        if (spec.Csi is null)
        {
            errors.Required(path.Child("csi"), "has to be specified when using volumeAttributesClassName");
        }
    }
}
