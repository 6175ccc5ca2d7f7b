using Kube.Api;
using Kube.Api.Core.V1;

namespace Kube.Machinery.Quota;

/// <summary>What a PersistentVolumeClaim uses of a quota: itself and its size, in all and of its storage class.</summary>
internal static class ClaimUsage
{
    private const string ClassAnnotation = "volume.beta.kubernetes.io/storage-class";
    private const string OfClaims = ".storageclass.storage.k8s.io/persistentvolumeclaims";
    private const string OfStorage = ".storageclass.storage.k8s.io/requests.storage";

    public static bool Tracks(string name) => name is ResourceName.Persistentvolumeclaims or ResourceName.RequestsStorage
        || name.EndsWith(OfClaims, StringComparison.Ordinal) || name.EndsWith(OfStorage, StringComparison.Ordinal);

    public static Dictionary<string, Quantity> Of(PersistentVolumeClaim claim)
    {
        var usage = new Dictionary<string, Quantity>(StringComparer.Ordinal) { [ResourceName.Persistentvolumeclaims] = Quantity.FromLong(1) };
        var storageClass = claim.Metadata?.Annotations?.GetValueOrDefault(ClassAnnotation) ?? claim.Spec?.StorageClassName;
        var size = Size(claim);
        if (size is { } bytes)
        {
            usage[ResourceName.RequestsStorage] = bytes;
        }

        if (!string.IsNullOrEmpty(storageClass))
        {
            usage[storageClass + OfClaims] = Quantity.FromLong(1);
            if (size is { } ofClass)
            {
                usage[storageClass + OfStorage] = ofClass;
            }
        }

        return usage;
    }

    /// <summary>What is asked for; more where the storage has already set aside more, as after a growth that was taken back.</summary>
    private static Quantity? Size(PersistentVolumeClaim claim)
    {
        if (claim.Spec?.Resources?.Requests is not { } requests || !requests.TryGetValue(ResourceName.Storage, out var asked))
        {
            return null;
        }

        return claim.Status?.AllocatedResources is { } set && set.TryGetValue(ResourceName.Storage, out var aside) && aside > asked ? aside : asked;
    }
}
