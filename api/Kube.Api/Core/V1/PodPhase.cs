namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>PodPhase</c>; on the wire it is a string.</summary>
public static class PodPhase
{
    /// <summary>Accepted, but not all containers have started.</summary>
    public const string Pending = "Pending";
    /// <summary>On a node, and at least one container runs or is about to.</summary>
    public const string Running = "Running";
    /// <summary>All containers have ended well and stay so.</summary>
    public const string Succeeded = "Succeeded";
    /// <summary>All containers have ended, at least one badly.</summary>
    public const string Failed = "Failed";
    /// <summary>Its node cannot be reached.</summary>
    public const string Unknown = "Unknown";
}
