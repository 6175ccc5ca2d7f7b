using Kube.Api.Core.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Core;

/// <summary>The rules of volume sources that are file systems or made by plug-ins. Pods and persistent volumes share the types, or have twins that differ in where their Secret may be.</summary>
internal static class ShareValidation
{
    private const int MaximumDriverName = 63;
    private const string RegistryText = "must be a host:port pair or multiple pairs separated by commas";

    private static readonly string[] s_hostPathTypes =
    [
        HostPathType.None, HostPathType.DirectoryOrCreate, HostPathType.Directory, HostPathType.FileOrCreate,
        HostPathType.File, HostPathType.Socket, HostPathType.CharDevice, HostPathType.BlockDevice,
    ];

    public static void Check(HostPathVolumeSource source, FieldPath path, FieldErrors errors)
    {
        FieldRules.Required(source.Path, path.Child("path"), errors);
        FieldRules.NoSteps(source.Path, path.Child("path"), errors);
        if (!s_hostPathTypes.Contains(source.Type ?? ""))
        {
            errors.NotSupported(path.Child("type"), source.Type, s_hostPathTypes);
        }
    }

    public static void Check(NFSVolumeSource source, FieldPath path, FieldErrors errors)
    {
        FieldRules.Required(source.Server, path.Child("server"), errors);
        FieldRules.Required(source.Path, path.Child("path"), errors);
        if (source.Path is { Length: > 0 } && !source.Path.StartsWith('/'))
        {
            errors.Invalid(path.Child("path"), source.Path, "must be an absolute path");
        }
    }

    public static void Check(QuobyteVolumeSource source, FieldPath path, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(source.Registry))
        {
            errors.Required(path.Child("registry"), RegistryText);
        }
        else if (source.Registry.Split(',').FirstOrDefault(p => p.LastIndexOf(':') is var colon && (colon <= 0 || colon == p.Length - 1)) is { } wrong)
        {
            errors.Invalid(path.Child("registry"), wrong, RegistryText);
        }

        FieldRules.Required(source.Volume, path.Child("volume"), errors);
    }

    public static void Check(FlockerVolumeSource source, FieldPath path, FieldErrors errors)
    {
        var (name, id) = (!string.IsNullOrEmpty(source.DatasetName), !string.IsNullOrEmpty(source.DatasetUUID));
        if (!name && !id)
        {
            errors.Required(path, "one of datasetName and datasetUUID is required");
        }
        else if (name && id)
        {
            errors.Invalid(path, "resource", "datasetName and datasetUUID can not be specified simultaneously");
        }

        if (source.DatasetName?.Contains('/', StringComparison.Ordinal) == true)
        {
            errors.Invalid(path.Child("datasetName"), source.DatasetName, "must not contain '/'");
        }
    }

    public static void Check(GlusterfsVolumeSource source, FieldPath path, FieldErrors errors) => CheckGlusterfs(source.Endpoints, source.Path, path, errors);

    public static void Check(GlusterfsPersistentVolumeSource source, FieldPath path, FieldErrors errors)
    {
        CheckGlusterfs(source.Endpoints, source.Path, path, errors);
        var at = path.Child("endpointsNamespace");
        if (source.EndpointsNamespace is { Length: 0 })
        {
            errors.Invalid(at, "", "if the endpointnamespace is set, it must be a valid namespace name");
        }

        FieldRules.Name(source.EndpointsNamespace, ObjectNames.DnsLabelError, at, errors);
    }

    public static void Check(CephFSVolumeSource source, FieldPath path, FieldErrors errors) => CheckMonitors(source.Monitors, path, errors);

    public static void Check(CephFSPersistentVolumeSource source, FieldPath path, FieldErrors errors) => CheckMonitors(source.Monitors, path, errors);

    public static void Check(AzureFileVolumeSource source, FieldPath path, FieldErrors errors) => CheckAzureFile(source.SecretName, source.ShareName, path, errors);

    public static void Check(AzureFilePersistentVolumeSource source, FieldPath path, FieldErrors errors)
    {
        CheckAzureFile(source.SecretName, source.ShareName, path, errors);
        if (source.SecretNamespace is { Length: 0 })
        {
            errors.Required(path.Child("secretNamespace"));
        }
    }

    public static void Check(FlexVolumeSource source, FieldPath path, FieldErrors errors) => CheckFlex(source.Driver, source.Options, path, errors);

    public static void Check(FlexPersistentVolumeSource source, FieldPath path, FieldErrors errors) => CheckFlex(source.Driver, source.Options, path, errors);

    public static void Check(StorageOSVolumeSource source, FieldPath path, FieldErrors errors)
    {
        CheckStorageOS(source.VolumeName, source.VolumeNamespace, path, errors);
        if (source.SecretRef is { } secret)
        {
            FieldRules.Required(secret.Name, path.Child("secretRef", "name"), errors);
        }
    }

    public static void Check(StorageOSPersistentVolumeSource source, FieldPath path, FieldErrors errors)
    {
        CheckStorageOS(source.VolumeName, source.VolumeNamespace, path, errors);
        if (source.SecretRef is { } secret)
        {
            FieldRules.Required(secret.Name, path.Child("secretRef", "name"), errors);
            FieldRules.Required(secret.Namespace, path.Child("secretRef", "namespace"), errors);
        }
    }

    public static void Check(CSIVolumeSource source, FieldPath path, FieldErrors errors)
    {
        DriverName(source.Driver, path.Child("driver"), errors);
        if (source.NodePublishSecretRef is { } secret)
        {
            FieldRules.Required(secret.Name, path.Child("nodePublishSecretRef", "name"), errors);
        }
    }

    public static void Check(CSIPersistentVolumeSource source, FieldPath path, FieldErrors errors)
    {
        DriverName(source.Driver, path.Child("driver"), errors);
        FieldRules.Required(source.VolumeHandle, path.Child("volumeHandle"), errors);
        DiskValidation.CheckSecret(source.ControllerPublishSecretRef, path.Child("controllerPublishSecretRef"), errors);
        DiskValidation.CheckSecret(source.ControllerExpandSecretRef, path.Child("controllerExpandSecretRef"), errors);
        DiskValidation.CheckSecret(source.NodePublishSecretRef, path.Child("nodePublishSecretRef"), errors);
        DiskValidation.CheckSecret(source.NodeStageSecretRef, path.Child("nodeStageSecretRef"), errors);
        DiskValidation.CheckSecret(source.NodeExpandSecretRef, path.Child("nodeExpandSecretRef"), errors);
    }

    public static void Check(LocalVolumeSource source, FieldPath path, FieldErrors errors)
    {
        FieldRules.Required(source.Path, path.Child("path"), errors);
        FieldRules.NoSteps(source.Path, path.Child("path"), errors);
    }

    /// <summary>The name of a CSI driver: a domain name, in which capital letters are allowed.</summary>
    public static void DriverName(string? name, FieldPath path, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(name))
        {
            errors.Required(path);
        }
        else if (name.Length > MaximumDriverName)
        {
            errors.TooLong(path, MaximumDriverName);
        }
        else if (ObjectNames.DnsSubdomainError(name.ToLowerInvariant()) is { } problem)
        {
            errors.Invalid(path, name, problem);
        }
    }

    private static void CheckGlusterfs(string? endpoints, string? volume, FieldPath path, FieldErrors errors)
    {
        FieldRules.Required(endpoints, path.Child("endpoints"), errors);
        FieldRules.Required(volume, path.Child("path"), errors);
    }

    private static void CheckMonitors(List<string>? monitors, FieldPath path, FieldErrors errors)
    {
        if (monitors is not { Count: > 0 })
        {
            errors.Required(path.Child("monitors"));
        }
    }

    private static void CheckAzureFile(string? secret, string? share, FieldPath path, FieldErrors errors)
    {
        FieldRules.Required(secret, path.Child("secretName"), errors);
        FieldRules.Required(share, path.Child("shareName"), errors);
    }

    private static void CheckFlex(string? driver, Dictionary<string, string>? options, FieldPath path, FieldErrors errors)
    {
        FieldRules.Required(driver, path.Child("driver"), errors);
        foreach (var key in options?.Keys ?? Enumerable.Empty<string>())
        {
            var owner = key.Split('/')[0];
            if (key.Contains('/', StringComparison.Ordinal) && $".{owner}" is var domain
                && (domain.EndsWith(".kubernetes.io", StringComparison.Ordinal) || domain.EndsWith(".k8s.io", StringComparison.Ordinal)))
            {
                errors.Invalid(path.Child("options").Key(key), key, "kubernetes.io and k8s.io namespaces are reserved");
            }
        }
    }

    private static void CheckStorageOS(string? volume, string? ns, FieldPath path, FieldErrors errors)
    {
        FieldRules.Required(volume, path.Child("volumeName"), errors);
        FieldRules.Name(volume, ObjectNames.DnsLabelError, path.Child("volumeName"), errors);
        FieldRules.Name(ns, ObjectNames.DnsLabelError, path.Child("volumeNamespace"), errors);
    }
}
