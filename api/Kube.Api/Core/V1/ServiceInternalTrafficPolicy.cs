namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>ServiceInternalTrafficPolicy</c>; on the wire it is a string.</summary>
public static class ServiceInternalTrafficPolicy
{
    public const string Cluster = "Cluster";
    public const string Local = "Local";
}
