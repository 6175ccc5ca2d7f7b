namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>NodeConditionType</c>; on the wire it is a string.</summary>
public static class NodeConditionType
{
    public const string Ready = "Ready";
    public const string MemoryPressure = "MemoryPressure";
    public const string DiskPressure = "DiskPressure";
    public const string PIDPressure = "PIDPressure";
    public const string NetworkUnavailable = "NetworkUnavailable";
}
