namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>LimitType</c>; on the wire it is a string.</summary>
public static class LimitType
{
    /// <summary>All containers of a pod together.</summary>
    public const string Pod = "Pod";

    /// <summary>Each container.</summary>
    public const string Container = "Container";

    /// <summary>Each claim.</summary>
    public const string PersistentVolumeClaim = "PersistentVolumeClaim";
}
