using Kube.Api.Core.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Core;

/// <summary>The rules of a pod's volumes.</summary>
internal static class VolumeValidation
{
    private static readonly string[] s_hostPathTypes =
    [
        HostPathType.None, HostPathType.DirectoryOrCreate, HostPathType.Directory, HostPathType.FileOrCreate,
        HostPathType.File, HostPathType.Socket, HostPathType.CharDevice, HostPathType.BlockDevice,
    ];

    /// <summary>Checks the volumes; the result is their names, for the mounts that refer to them.</summary>
    public static IReadOnlySet<string> Check(List<Volume> volumes, FieldPath path, FieldErrors errors)
    {
        var names = new HashSet<string>();
        for (var i = 0; i < volumes.Count; i++)
        {
            var at = path.Index(i);
            FieldRules.Required(volumes[i].Name, at.Child("name"), errors);
            FieldRules.Name(volumes[i].Name, ObjectNames.DnsLabelError, at.Child("name"), errors);
            if (volumes[i].Name is { Length: > 0 } name && !names.Add(name))
            {
                errors.Duplicate(at.Child("name"), name);
            }

            CheckSource(volumes[i], at, errors);
        }

        return names;
    }

    private static void CheckSource(Volume volume, FieldPath path, FieldErrors errors)
    {
        var sources = VolumeSources.Of(volume);
        if (sources.Count == 0)
        {
            errors.Required(path, "must specify a volume type");
        }

        foreach (var more in sources.Skip(1))
        {
            errors.Forbidden(path.Child(more), "may not specify more than 1 volume type");
        }

        Check(volume.HostPath, path.Child("hostPath"), errors);
        if (volume.EmptyDir?.SizeLimit is { Value: < 0 })
        {
            errors.Forbidden(path.Child("emptyDir", "sizeLimit"), "SizeLimit field must be a valid resource quantity");
        }

        VolumeFilesValidation.Check(volume, path, errors);
        if (volume.PersistentVolumeClaim is { } claim)
        {
            FieldRules.Required(claim.ClaimName, path.Child("persistentVolumeClaim", "claimName"), errors);
        }

        if (volume.Csi is { } csi)
        {
            FieldRules.Required(csi.Driver, path.Child("csi", "driver"), errors);
        }

        if (volume.Image is { } image)
        {
            FieldRules.Required(image.Reference, path.Child("image", "reference"), errors);
        }

        Check(volume.Nfs, path.Child("nfs"), errors);
    }

    private static void Check(HostPathVolumeSource? source, FieldPath path, FieldErrors errors)
    {
        if (source is null)
        {
            return;
        }

        FieldRules.Required(source.Path, path.Child("path"), errors);
        FieldRules.NoSteps(source.Path, path.Child("path"), errors);
        if (!s_hostPathTypes.Contains(source.Type ?? ""))
        {
            errors.NotSupported(path.Child("type"), source.Type, s_hostPathTypes);
        }
    }

    private static void Check(NFSVolumeSource? source, FieldPath path, FieldErrors errors)
    {
        if (source is null)
        {
            return;
        }

        FieldRules.Required(source.Server, path.Child("server"), errors);
        FieldRules.Required(source.Path, path.Child("path"), errors);
        if (source.Path is { Length: > 0 } && !source.Path.StartsWith('/'))
        {
            errors.Invalid(path.Child("path"), source.Path, "must be an absolute path");
        }
    }
}
