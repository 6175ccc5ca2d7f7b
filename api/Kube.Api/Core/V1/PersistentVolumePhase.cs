namespace Kube.Api.Core.V1;

/// <summary>Phases of a volume.</summary>
public static class PersistentVolumePhase
{
    /// <summary>Not looked at yet.</summary>
    public const string Pending = "Pending";

    /// <summary>Free to be claimed.</summary>
    public const string Available = "Available";

    /// <summary>A claim has it.</summary>
    public const string Bound = "Bound";

    /// <summary>Its claim is gone and it has not been reclaimed.</summary>
    public const string Released = "Released";

    /// <summary>Reclaiming it failed.</summary>
    public const string Failed = "Failed";
}
