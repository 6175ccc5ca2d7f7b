namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>FinalizerName</c>; on the wire it is a string.</summary>
public static class FinalizerName
{
    /// <summary>The finalizer that the namespace controller removes once the namespace is empty.</summary>
    public const string Kubernetes = "kubernetes";

    /// <summary>Keeps a PersistentVolumeClaim while pods use it.</summary>
    public const string ClaimProtection = "kubernetes.io/pvc-protection";

    /// <summary>Keeps a PersistentVolume while a claim has it.</summary>
    public const string VolumeProtection = "kubernetes.io/pv-protection";

    /// <summary>Keeps a VolumeAttributesClass while volumes or claims name it.</summary>
    public const string AttributesClassProtection = "kubernetes.io/vac-protection";
}
