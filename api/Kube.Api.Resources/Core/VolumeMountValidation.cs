using Kube.Api.Core.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Core;

/// <summary>The rules of where a container mounts its volumes.</summary>
internal static class VolumeMountValidation
{
    public static void Check(Container container, IReadOnlySet<string> volumes, FieldPath path, FieldErrors errors)
    {
        var paths = new HashSet<string>();
        for (var i = 0; i < (container.VolumeMounts?.Count ?? 0); i++)
        {
            var (mount, at) = (container.VolumeMounts![i], path.Child("volumeMounts").Index(i));
            CheckName(mount.Name, volumes, at.Child("name"), errors);
            FieldRules.Required(mount.MountPath, at.Child("mountPath"), errors);
            if (mount.MountPath is { Length: > 0 } mountPath && !paths.Add(mountPath))
            {
                errors.Invalid(at.Child("mountPath"), mountPath, "must be unique");
            }

            CheckSubPath(mount, at, errors);
            CheckPropagation(mount, container, at, errors);
        }

        for (var i = 0; i < (container.VolumeDevices?.Count ?? 0); i++)
        {
            var (device, at) = (container.VolumeDevices![i], path.Child("volumeDevices").Index(i));
            CheckName(device.Name, volumes, at.Child("name"), errors);
            FieldRules.Required(device.DevicePath, at.Child("devicePath"), errors);
            if (device.DevicePath is { Length: > 0 } devicePath && !paths.Add(devicePath))
            {
                errors.Invalid(at.Child("devicePath"), devicePath, "must be unique");
            }
        }
    }

    private static void CheckName(string? name, IReadOnlySet<string> volumes, FieldPath path, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(name))
        {
            errors.Required(path);
        }
        else if (!volumes.Contains(name))
        {
            errors.NotFound(path, name);
        }
    }

    private static void CheckSubPath(VolumeMount mount, FieldPath path, FieldErrors errors)
    {
        if (!string.IsNullOrEmpty(mount.SubPath))
        {
            FieldRules.DescendingPath(mount.SubPath, path.Child("subPath"), errors);
        }

        if (string.IsNullOrEmpty(mount.SubPathExpr))
        {
            return;
        }

        if (!string.IsNullOrEmpty(mount.SubPath))
        {
            errors.Invalid(path.Child("subPathExpr"), mount.SubPathExpr, "subPathExpr and subPath are mutually exclusive");
        }

        FieldRules.DescendingPath(mount.SubPathExpr, path.Child("subPathExpr"), errors);
    }

    private static void CheckPropagation(VolumeMount mount, Container container, FieldPath path, FieldErrors errors)
    {
        FieldRules.AbsentOrOneOf(mount.MountPropagation, path.Child("mountPropagation"), errors,
            MountPropagationMode.None, MountPropagationMode.HostToContainer, MountPropagationMode.Bidirectional);
        if (mount.MountPropagation == MountPropagationMode.Bidirectional && container.SecurityContext?.Privileged != true)
        {
            errors.Forbidden(path.Child("mountPropagation"), "Bidirectional mount propagation is available only to privileged containers");
        }

        FieldRules.AbsentOrOneOf(mount.RecursiveReadOnly, path.Child("recursiveReadOnly"), errors,
            RecursiveReadOnlyMode.Disabled, RecursiveReadOnlyMode.IfPossible, RecursiveReadOnlyMode.Enabled);
        if (mount.RecursiveReadOnly is RecursiveReadOnlyMode.IfPossible or RecursiveReadOnlyMode.Enabled && mount.ReadOnly != true)
        {
            errors.Forbidden(path.Child("recursiveReadOnly"), "may only be specified when readOnly is true");
        }
    }
}
