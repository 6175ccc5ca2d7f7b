using Kube.Api.Apps.V1;

namespace Kube.Controllers.Deployments;

/// <summary>The numbers of a ReplicaSet, absent meaning 0.</summary>
internal static class ReplicaCounts
{
    /// <summary>Replicas asked for.</summary>
    public static int Wanted(this ReplicaSet set) => set.Spec?.Replicas ?? 0;

    /// <summary>Available replicas as last reported.</summary>
    public static int Available(this ReplicaSet set) => set.Status?.AvailableReplicas ?? 0;

    /// <summary>Replicas that exist as last reported.</summary>
    public static int Existing(this ReplicaSet set) => set.Status?.Replicas ?? 0;
}
