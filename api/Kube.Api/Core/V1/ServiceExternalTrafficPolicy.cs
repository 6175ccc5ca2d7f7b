namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>ServiceExternalTrafficPolicy</c>; on the wire it is a string.</summary>
public static class ServiceExternalTrafficPolicy
{
    public const string Cluster = "Cluster";
    public const string Local = "Local";
}
