namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>NodeConditionType</c>; on the wire it is a string.</summary>
public static class NodeConditionType
{
    /// <summary>The kubelet is well and takes pods.</summary>
    public const string Ready = "Ready";
    /// <summary>Memory is short.</summary>
    public const string MemoryPressure = "MemoryPressure";
    /// <summary>Disk space is short.</summary>
    public const string DiskPressure = "DiskPressure";
    /// <summary>Process ids are short.</summary>
    public const string PIDPressure = "PIDPressure";
    /// <summary>The network is not set up.</summary>
    public const string NetworkUnavailable = "NetworkUnavailable";
}
