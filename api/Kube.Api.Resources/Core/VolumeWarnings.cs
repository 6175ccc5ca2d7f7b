using Kube.Api.Core.V1;

namespace Kube.Api.Resources.Core;

/// <summary>What clients are told about volumes and claims that are accepted all the same.</summary>
internal static class VolumeWarnings
{
    private const string ClassAnnotation = "metadata.annotations[" + StorageClassNames.Annotation + "]: deprecated since v1.8; use \"storageClassName\" attribute instead";
    private const string MountOptions = "volume.beta.kubernetes.io/mount-options";

    public static IReadOnlyList<string> Of(PersistentVolumeClaim claim)
    {
        var warnings = new List<string>();
        AddAnnotations(claim, warnings);
        AddFraction("spec.resources.requests[storage]", claim.Spec?.Resources?.Requests, warnings);
        AddFraction("spec.resources.limits[storage]", claim.Spec?.Resources?.Limits, warnings);
        return warnings;
    }

    public static IReadOnlyList<string> Of(PersistentVolume volume)
    {
        var warnings = new List<string>();
        AddAnnotations(volume, warnings);
        if (volume.Metadata?.Annotations?.ContainsKey(MountOptions) == true)
        {
            warnings.Add($"metadata.annotations[{MountOptions}]: deprecated since v1.31; use \"mountOptions\" attribute instead");
        }

        if (volume.Spec?.PersistentVolumeReclaimPolicy == PersistentVolumeReclaimPolicy.Recycle)
        {
            warnings.Add("spec.persistentVolumeReclaimPolicy: The Recycle reclaim policy is deprecated. Instead, the recommended approach is to use dynamic provisioning.");
        }

        AddFraction("spec.capacity[storage]", volume.Spec?.Capacity, warnings);
        AddRetired(volume.Spec ?? new PersistentVolumeSpec(), warnings);
        return warnings;
    }

    private static void AddAnnotations(IKubeObject obj, List<string> warnings)
    {
        if (obj.Metadata?.Annotations?.ContainsKey(StorageClassNames.Annotation) == true)
        {
            warnings.Add(ClassAnnotation);
        }
    }

    private static void AddFraction(string field, Dictionary<string, Quantity>? amounts, List<string> warnings)
    {
        if (amounts is not null && amounts.TryGetValue(ResourceName.Storage, out var size) && decimal.Truncate(size.Value) != size.Value)
        {
            warnings.Add($"{field}: fractional byte value \"{size}\" is invalid, must be an integer");
        }
    }

    private static void AddRetired(PersistentVolumeSpec spec, List<string> warnings)
    {
        (object? Source, string Text)[] retired =
        [
            (spec.PhotonPersistentDisk, "spec.photonPersistentDisk: deprecated in v1.11, non-functional in v1.16+"),
            (spec.ScaleIO, "spec.scaleIO: deprecated in v1.16, non-functional in v1.22+"),
            (spec.Storageos, "spec.storageOS: deprecated in v1.22, non-functional in v1.25+"),
            (spec.Glusterfs, "spec.glusterfs: deprecated in v1.25, non-functional in v1.26+"),
            (spec.Rbd, "spec.rbd: deprecated in v1.28, non-functional in v1.31+"),
            (spec.Cephfs, "spec.cephfs: deprecated in v1.28, non-functional in v1.31+"),
        ];
        warnings.AddRange(retired.Where(r => r.Source is not null).Select(r => r.Text));
    }
}
