namespace Kube.Api.Coordination.V1;

/// <summary>The names the API knows for <c>CoordinatedLeaseStrategy</c>; on the wire it is a string.</summary>
public static class CoordinatedLeaseStrategy
{
    /// <summary>The candidate with the oldest emulation version leads.</summary>
    public const string OldestEmulationVersion = "OldestEmulationVersion";
}
