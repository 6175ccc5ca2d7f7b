namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>ResourceHealthStatus</c>; on the wire it is a string.</summary>
public static class ResourceHealthStatus
{
    public const string Healthy = "Healthy";
    public const string Unhealthy = "Unhealthy";
    public const string Unknown = "Unknown";
}
