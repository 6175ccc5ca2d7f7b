namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>ServiceExternalTrafficPolicy</c>; on the wire it is a string.</summary>
public static class ServiceExternalTrafficPolicy
{
    /// <summary>Any pod.</summary>
    public const string Cluster = "Cluster";
    /// <summary>Only pods of the node the traffic arrives at.</summary>
    public const string Local = "Local";
}
