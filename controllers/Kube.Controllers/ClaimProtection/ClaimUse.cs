using Kube.Api.Core.V1;
using Kube.Controllers.Runtime;

namespace Kube.Controllers.ClaimProtection;

/// <summary>Which claims pods use. Pure.</summary>
internal static class ClaimUse
{
    /// <summary>
    /// A pod uses a claim from the moment it has a node: kubelets start no pod whose claim is being deleted. It uses it until it is gone, also when it
    /// has run to its end; a claim that was made for the pod itself only until it has been shut down.
    /// </summary>
    public static bool Uses(Pod pod, PersistentVolumeClaim claim) => pod.Node() is not null && (pod.Spec?.Volumes ?? []).Exists(volume =>
        volume.PersistentVolumeClaim?.ClaimName == claim.Metadata?.Name
        || (volume.Ephemeral is not null && !IsShutDown(pod) && NameFor(pod, volume) == claim.Metadata?.Name && claim.IsControlledBy(pod)));

    /// <summary>Names of the claims that a pod's volumes stand for.</summary>
    public static IEnumerable<string> ClaimsOf(Pod pod)
    {
        foreach (var volume in pod.Spec?.Volumes ?? [])
        {
            if (volume.PersistentVolumeClaim?.ClaimName is { } name)
            {
                yield return name;
            }
            else if (volume.Ephemeral is not null)
            {
                yield return NameFor(pod, volume);
            }
        }
    }

    private static string NameFor(Pod pod, Volume volume) => $"{pod.Metadata?.Name}-{volume.Name}";

    private static bool IsShutDown(Pod pod) => pod.Metadata is { DeletionTimestamp: not null, DeletionGracePeriodSeconds: 0 };
}
