namespace Kube.Api.Core.V1;

/// <summary>Phases of a claim.</summary>
public static class PersistentVolumeClaimPhase
{
    /// <summary>No volume yet.</summary>
    public const string Pending = "Pending";

    /// <summary>It has a volume.</summary>
    public const string Bound = "Bound";

    /// <summary>The volume it had is gone, and its data with it.</summary>
    public const string Lost = "Lost";
}
