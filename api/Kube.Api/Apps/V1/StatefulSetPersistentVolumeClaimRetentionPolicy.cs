namespace Kube.Api.Apps.V1;

/// <summary>What becomes of claims when their pod is no longer wanted; each is Retain or Delete.</summary>
public sealed class StatefulSetPersistentVolumeClaimRetentionPolicy
{
    /// <summary>What becomes of them when the StatefulSet is deleted. Default Retain.</summary>
    [ProtoField(1)]
    public string? WhenDeleted { get; set; }

    /// <summary>What becomes of those of pods that a smaller replica count takes away. Default Retain.</summary>
    [ProtoField(2)]
    public string? WhenScaled { get; set; }
}
