using Kube.Api.Core.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Core;

/// <summary>The rules of where a persistent volume is: one source, complete in itself.</summary>
internal static class PersistentVolumeSourceValidation
{
    public static void Check(PersistentVolumeSpec spec, FieldPath path, FieldErrors errors)
    {
        var sources = VolumeSources.Of(spec);
        if (sources.Count == 0)
        {
            errors.Required(path, "must specify a volume type");
        }

        foreach (var more in sources.Skip(1))
        {
            errors.Forbidden(path.Child(more), "may not specify more than 1 volume type");
        }

        if (sources.Count > 0)
        {
            CheckFirst(spec, sources[0], path.Child(sources[0]), errors);
        }
    }

    private static void CheckFirst(PersistentVolumeSpec spec, string first, FieldPath path, FieldErrors errors)
    {
        Action check = first switch
        {
            "hostPath" => () => ShareValidation.Check(spec.HostPath!, path, errors),
            "gcePersistentDisk" => () => DiskValidation.Check(spec.GcePersistentDisk!, path, errors),
            "awsElasticBlockStore" => () => DiskValidation.Check(spec.AwsElasticBlockStore!, path, errors),
            "glusterfs" => () => ShareValidation.Check(spec.Glusterfs!, path, errors),
            "flocker" => () => ShareValidation.Check(spec.Flocker!, path, errors),
            "nfs" => () => ShareValidation.Check(spec.Nfs!, path, errors),
            "rbd" => () => DiskValidation.Check(spec.Rbd!, path, errors),
            "quobyte" => () => ShareValidation.Check(spec.Quobyte!, path, errors),
            "cephfs" => () => ShareValidation.Check(spec.Cephfs!, path, errors),
            "iscsi" => () => DiskValidation.Check(spec.Iscsi!, path, errors),
            "cinder" => () => DiskValidation.Check(spec.Cinder!, path, errors),
            "fc" => () => DiskValidation.Check(spec.Fc!, path, errors),
            "flexVolume" => () => ShareValidation.Check(spec.FlexVolume!, path, errors),
            "azureFile" => () => ShareValidation.Check(spec.AzureFile!, path, errors),
            "vsphereVolume" => () => DiskValidation.Check(spec.VsphereVolume!, path, errors),
            "azureDisk" => () => DiskValidation.Check(spec.AzureDisk!, path, errors),
            "photonPersistentDisk" => () => DiskValidation.Check(spec.PhotonPersistentDisk!, path, errors),
            "portworxVolume" => () => DiskValidation.Check(spec.PortworxVolume!, path, errors),
            "scaleIO" => () => DiskValidation.Check(spec.ScaleIO!, path, errors),
            "local" => () => ShareValidation.Check(spec.Local!, path, errors),
            "storageos" => () => ShareValidation.Check(spec.Storageos!, path, errors),
            _ => () => ShareValidation.Check(spec.Csi!, path, errors),
        };
        check();
    }
}
