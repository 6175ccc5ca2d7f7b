namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>ServiceInternalTrafficPolicy</c>; on the wire it is a string.</summary>
public static class ServiceInternalTrafficPolicy
{
    /// <summary>Any pod.</summary>
    public const string Cluster = "Cluster";
    /// <summary>Only pods of the client's node.</summary>
    public const string Local = "Local";
}
