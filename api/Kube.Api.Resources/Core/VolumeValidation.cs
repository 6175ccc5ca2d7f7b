using Kube.Api.Core.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Core;

/// <summary>The rules of a pod's volumes.</summary>
internal static class VolumeValidation
{
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

        if (volume.EmptyDir?.SizeLimit is { Value: < 0 })
        {
            errors.Forbidden(path.Child("emptyDir", "sizeLimit"), "SizeLimit field must be a valid resource quantity");
        }

        VolumeFilesValidation.Check(volume, path, errors);
        if (volume.PersistentVolumeClaim is { } claim)
        {
            FieldRules.Required(claim.ClaimName, path.Child("persistentVolumeClaim", "claimName"), errors);
        }

        if (volume.Image is { } image)
        {
            FieldRules.Required(image.Reference, path.Child("image", "reference"), errors);
        }

        if (volume.GitRepo is { } repository)
        {
            FieldRules.Required(repository.Repository, path.Child("gitRepo", "repository"), errors);
            FieldRules.DescendingPath(repository.Directory, path.Child("gitRepo", "directory"), errors);
        }

        CheckEphemeral(volume.Ephemeral, path.Child("ephemeral", "volumeClaimTemplate"), errors);
        CheckDisks(volume, path, errors);
        CheckShares(volume, path, errors);
    }

    private static void CheckEphemeral(EphemeralVolumeSource? ephemeral, FieldPath path, FieldErrors errors)
    {
        if (ephemeral is null)
        {
            return;
        }

        if (ephemeral.VolumeClaimTemplate is not { } template)
        {
            errors.Required(path);
            return;
        }

        MetadataValidation.CheckMaps(template.Metadata, path.Child("metadata"), errors);
        PersistentVolumeClaimValidation.CheckSpec(template.Spec ?? new PersistentVolumeClaimSpec(), path.Child("spec"), errors);
    }

    private static void CheckDisks(Volume volume, FieldPath path, FieldErrors errors)
    {
        Check(volume.GcePersistentDisk, DiskValidation.Check, path.Child("gcePersistentDisk"), errors);
        Check(volume.AwsElasticBlockStore, DiskValidation.Check, path.Child("awsElasticBlockStore"), errors);
        Check(volume.Iscsi, DiskValidation.Check, path.Child("iscsi"), errors);
        Check(volume.Rbd, DiskValidation.Check, path.Child("rbd"), errors);
        Check(volume.Cinder, DiskValidation.Check, path.Child("cinder"), errors);
        Check(volume.Fc, DiskValidation.Check, path.Child("fc"), errors);
        Check(volume.VsphereVolume, DiskValidation.Check, path.Child("vsphereVolume"), errors);
        Check(volume.AzureDisk, DiskValidation.Check, path.Child("azureDisk"), errors);
        Check(volume.PhotonPersistentDisk, DiskValidation.Check, path.Child("photonPersistentDisk"), errors);
        Check(volume.PortworxVolume, DiskValidation.Check, path.Child("portworxVolume"), errors);
        Check(volume.ScaleIO, DiskValidation.Check, path.Child("scaleIO"), errors);
    }

    private static void CheckShares(Volume volume, FieldPath path, FieldErrors errors)
    {
        Check(volume.HostPath, ShareValidation.Check, path.Child("hostPath"), errors);
        Check(volume.Nfs, ShareValidation.Check, path.Child("nfs"), errors);
        Check(volume.Glusterfs, ShareValidation.Check, path.Child("glusterfs"), errors);
        Check(volume.Flocker, ShareValidation.Check, path.Child("flocker"), errors);
        Check(volume.Quobyte, ShareValidation.Check, path.Child("quobyte"), errors);
        Check(volume.Cephfs, ShareValidation.Check, path.Child("cephfs"), errors);
        Check(volume.FlexVolume, ShareValidation.Check, path.Child("flexVolume"), errors);
        Check(volume.AzureFile, ShareValidation.Check, path.Child("azureFile"), errors);
        Check(volume.Storageos, ShareValidation.Check, path.Child("storageos"), errors);
        Check(volume.Csi, ShareValidation.Check, path.Child("csi"), errors);
    }

    private static void Check<T>(T? source, Action<T, FieldPath, FieldErrors> check, FieldPath path, FieldErrors errors) where T : class
    {
        if (source is not null)
        {
            check(source, path, errors);
        }
    }
}
