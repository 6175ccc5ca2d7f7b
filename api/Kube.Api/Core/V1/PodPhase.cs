namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>PodPhase</c>; on the wire it is a string.</summary>
public static class PodPhase
{
    public const string Pending = "Pending";
    public const string Running = "Running";
    public const string Succeeded = "Succeeded";
    public const string Failed = "Failed";
    public const string Unknown = "Unknown";
}
