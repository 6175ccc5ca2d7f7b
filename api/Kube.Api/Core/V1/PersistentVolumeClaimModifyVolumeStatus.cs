namespace Kube.Api.Core.V1;

/// <summary>How far a change of a volume's attributes is.</summary>
public static class PersistentVolumeClaimModifyVolumeStatus
{
    /// <summary>Something is missing, such as the attributes class.</summary>
    public const string Pending = "Pending";

    /// <summary>The driver is at it.</summary>
    public const string InProgress = "InProgress";

    /// <summary>The driver refused the attributes; the claim must name another class.</summary>
    public const string Infeasible = "Infeasible";
}
