using Kube.Api.Core.V1;

namespace Kube.Api.Resources.Core;

/// <summary>The class of a volume or a claim: a field today, an annotation in manifests from before 1.6, which goes first.</summary>
public static class StorageClassNames
{
    /// <summary>The annotation that held the class before the field did.</summary>
    public const string Annotation = "volume.beta.kubernetes.io/storage-class";

    /// <summary>Class of a claim; null when it leaves the choice to the cluster, empty when it wants none.</summary>
    public static string? Of(PersistentVolumeClaim claim) => claim.Metadata?.Annotations?.GetValueOrDefault(Annotation) ?? claim.Spec?.StorageClassName;

    /// <summary>Class of a volume; null or empty when it has none.</summary>
    public static string? Of(PersistentVolume volume) => volume.Metadata?.Annotations?.GetValueOrDefault(Annotation) ?? volume.Spec?.StorageClassName;
}
