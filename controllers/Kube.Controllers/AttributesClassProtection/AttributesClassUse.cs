using Kube.Api.Core.V1;

namespace Kube.Controllers.AttributesClassProtection;

/// <summary>Which attributes classes claims and volumes name. Pure.</summary>
internal static class AttributesClassUse
{
    /// <summary>The class a claim asks for, the one its volume has, and the one it is being brought to.</summary>
    public static IEnumerable<string> ClassesOf(PersistentVolumeClaim claim) =>
        new[] { claim.Spec?.VolumeAttributesClassName, claim.Status?.CurrentVolumeAttributesClassName, claim.Status?.ModifyVolumeStatus?.TargetVolumeAttributesClassName }
            .OfType<string>().Where(name => name.Length > 0).Distinct();

    /// <summary>The class a volume has.</summary>
    public static IEnumerable<string> ClassesOf(PersistentVolume volume) => volume.Spec?.VolumeAttributesClassName is { Length: > 0 } name ? [name] : [];
}
