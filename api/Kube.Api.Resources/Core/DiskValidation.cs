using Kube.Api.Core.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Core;

/// <summary>The rules of volume sources that are disks. Pods and persistent volumes share the types, or have twins that differ in where their Secret may be.</summary>
internal static class DiskValidation
{
    private const string ManagedDisk = "/subscriptions/{sub-id}/resourcegroups/{group-name}/providers/microsoft.compute/disks/{disk-id}";
    private const string BlobDisk = "https://{account-name}.blob.core.windows.net/{container-name}/{disk-name}.vhd";
    private static readonly string[] s_initiatorForms = ["iqn.", "eui.", "naa."];

    public static void Check(GCEPersistentDiskVolumeSource disk, FieldPath path, FieldErrors errors)
    {
        FieldRules.Required(disk.PdName, path.Child("pdName"), errors);
        CheckByte(disk.Partition, path.Child("partition"), errors);
    }

    public static void Check(AWSElasticBlockStoreVolumeSource disk, FieldPath path, FieldErrors errors)
    {
        FieldRules.Required(disk.VolumeID, path.Child("volumeID"), errors);
        CheckByte(disk.Partition, path.Child("partition"), errors);
    }

    public static void Check(VsphereVirtualDiskVolumeSource disk, FieldPath path, FieldErrors errors) => FieldRules.Required(disk.VolumePath, path.Child("volumePath"), errors);

    public static void Check(PhotonPersistentDiskVolumeSource disk, FieldPath path, FieldErrors errors) => FieldRules.Required(disk.PdID, path.Child("pdID"), errors);

    public static void Check(PortworxVolumeSource disk, FieldPath path, FieldErrors errors) => FieldRules.Required(disk.VolumeID, path.Child("volumeID"), errors);

    public static void Check(AzureDiskVolumeSource disk, FieldPath path, FieldErrors errors)
    {
        FieldRules.Required(disk.DiskName, path.Child("diskName"), errors);
        FieldRules.Required(disk.DiskURI, path.Child("diskURI"), errors);
        FieldRules.AbsentOrOneOf(disk.CachingMode, path.Child("cachingMode"), errors,
            AzureDataDiskCachingMode.None, AzureDataDiskCachingMode.ReadOnly, AzureDataDiskCachingMode.ReadWrite);
        FieldRules.AbsentOrOneOf(disk.Kind, path.Child("kind"), errors, AzureDataDiskKind.Shared, AzureDataDiskKind.Dedicated, AzureDataDiskKind.Managed);
        var managed = disk.Kind == AzureDataDiskKind.Managed;
        if (disk.DiskURI is { Length: > 0 } uri && !uri.StartsWith(managed ? "/subscriptions/" : "https://", StringComparison.Ordinal))
        {
            errors.NotSupported(path.Child("diskURI"), uri, managed ? ManagedDisk : BlobDisk);
        }
    }

    public static void Check(FCVolumeSource disk, FieldPath path, FieldErrors errors)
    {
        var (names, ids) = (disk.TargetWWNs is { Count: > 0 }, disk.Wwids is { Count: > 0 });
        if (!names && !ids)
        {
            errors.Required(path.Child("targetWWNs"), "must specify either targetWWNs or wwids, but not both");
        }
        else if (names && ids)
        {
            errors.Invalid(path.Child("targetWWNs"), FieldRules.Shown(disk.TargetWWNs), "targetWWNs and wwids can not be specified simultaneously");
        }
        else if (names && disk.Lun is null)
        {
            errors.Required(path.Child("lun"), "lun is required if targetWWNs is specified");
        }
        else if (names)
        {
            CheckByte(disk.Lun, path.Child("lun"), errors);
        }
    }

    public static void Check(ISCSIVolumeSource disk, FieldPath path, FieldErrors errors)
    {
        CheckIscsi(disk.TargetPortal, disk.Iqn, disk.Lun, disk.InitiatorName, path, errors);
        CheckLogin(disk.ChapAuthDiscovery == true || disk.ChapAuthSession == true, disk.SecretRef, path, errors);
    }

    public static void Check(ISCSIPersistentVolumeSource disk, FieldPath path, FieldErrors errors)
    {
        CheckIscsi(disk.TargetPortal, disk.Iqn, disk.Lun, disk.InitiatorName, path, errors);
        CheckLogin(disk.ChapAuthDiscovery == true || disk.ChapAuthSession == true, disk.SecretRef, path, errors);
        if (disk.SecretRef is { } secret)
        {
            FieldRules.Required(secret.Name, path.Child("secretRef", "name"), errors);
        }
    }

    public static void Check(RBDVolumeSource disk, FieldPath path, FieldErrors errors) => CheckRbd(disk.Monitors, disk.Image, path, errors);

    public static void Check(RBDPersistentVolumeSource disk, FieldPath path, FieldErrors errors) => CheckRbd(disk.Monitors, disk.Image, path, errors);

    public static void Check(CinderVolumeSource disk, FieldPath path, FieldErrors errors)
    {
        FieldRules.Required(disk.VolumeID, path.Child("volumeID"), errors);
        if (disk.SecretRef is { } secret)
        {
            FieldRules.Required(secret.Name, path.Child("secretRef", "name"), errors);
        }
    }

    public static void Check(CinderPersistentVolumeSource disk, FieldPath path, FieldErrors errors)
    {
        FieldRules.Required(disk.VolumeID, path.Child("volumeID"), errors);
        CheckSecret(disk.SecretRef, path.Child("secretRef"), errors);
    }

    public static void Check(ScaleIOVolumeSource disk, FieldPath path, FieldErrors errors) => CheckScaleIO(disk.Gateway, disk.System, disk.VolumeName, path, errors);

    public static void Check(ScaleIOPersistentVolumeSource disk, FieldPath path, FieldErrors errors) =>
        CheckScaleIO(disk.Gateway, disk.System, disk.VolumeName, path, errors);

    /// <summary>A Secret outside the reader's namespace is named in full.</summary>
    public static void CheckSecret(SecretReference? secret, FieldPath path, FieldErrors errors)
    {
        if (secret is not null)
        {
            FieldRules.Required(secret.Name, path.Child("name"), errors);
            FieldRules.Required(secret.Namespace, path.Child("namespace"), errors);
        }
    }

    private static void CheckIscsi(string? portal, string? iqn, int? lun, string? initiator, FieldPath path, FieldErrors errors)
    {
        FieldRules.Required(portal, path.Child("targetPortal"), errors);
        FieldRules.Required(iqn, path.Child("iqn"), errors);
        CheckByte(lun, path.Child("lun"), errors);
        CheckQualified(iqn, path.Child("iqn"), errors);
        CheckQualified(initiator, path.Child("initiatorName"), errors);
    }

    /// <summary>Names of iSCSI ends: <c>iqn.yyyy-mm.domain:id</c>, <c>eui.</c> or <c>naa.</c> and hexadecimal digits.</summary>
    private static void CheckQualified(string? name, FieldPath path, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(name))
        {
            return;
        }

        if (!s_initiatorForms.Any(f => name.StartsWith(f[..3], StringComparison.Ordinal)))
        {
            errors.Invalid(path, name, "must be valid format starting with iqn, eui, or naa");
        }
        else if (!s_initiatorForms.Any(f => name.Length > f.Length && name.StartsWith(f, StringComparison.Ordinal)) || name.Any(char.IsWhiteSpace))
        {
            errors.Invalid(path, name, "must be valid format");
        }
    }

    private static void CheckLogin(bool chap, object? secret, FieldPath path, FieldErrors errors)
    {
        if (chap && secret is null)
        {
            errors.Required(path.Child("secretRef"));
        }
    }

    private static void CheckRbd(List<string>? monitors, string? image, FieldPath path, FieldErrors errors)
    {
        if (monitors is not { Count: > 0 })
        {
            errors.Required(path.Child("monitors"));
        }

        FieldRules.Required(image, path.Child("image"), errors);
    }

    private static void CheckScaleIO(string? gateway, string? system, string? volume, FieldPath path, FieldErrors errors)
    {
        FieldRules.Required(gateway, path.Child("gateway"), errors);
        FieldRules.Required(system, path.Child("system"), errors);
        FieldRules.Required(volume, path.Child("volumeName"), errors);
    }

    private static void CheckByte(int? value, FieldPath path, FieldErrors errors)
    {
        if (value is < 0 or > 255)
        {
            errors.Invalid(path, value, "must be between 0 and 255, inclusive");
        }
    }
}
