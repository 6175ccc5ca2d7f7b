namespace Kube.Api.Scheduling;

/// <summary>Where a pod stands in the eyes of its scheduler.</summary>
public static class DecisionState
{
    /// <summary>It has a node, and this scheduler chose it.</summary>
    public const string Scheduled = "Scheduled";

    /// <summary>No node would take it; it waits for a change of the cluster.</summary>
    public const string Unschedulable = "Unschedulable";

    /// <summary>It is tried again when its back-off is over.</summary>
    public const string BackOff = "BackOff";

    /// <summary>It is in line, or being decided at this moment.</summary>
    public const string Queued = "Queued";

    /// <summary>Somebody holds a scheduling gate on it.</summary>
    public const string Gated = "Gated";

    /// <summary>This scheduler has no record of it: it was decided by an earlier leader, or so long ago that the record is gone, or never by a scheduler.</summary>
    public const string Unknown = "Unknown";
}
