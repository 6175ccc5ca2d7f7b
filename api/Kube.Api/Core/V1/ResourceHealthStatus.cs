namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>ResourceHealthStatus</c>; on the wire it is a string.</summary>
public static class ResourceHealthStatus
{
    /// <summary>It works.</summary>
    public const string Healthy = "Healthy";
    /// <summary>It does not work.</summary>
    public const string Unhealthy = "Unhealthy";
    /// <summary>Nobody can say.</summary>
    public const string Unknown = "Unknown";
}
