namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>ServiceAffinity</c>; on the wire it is a string.</summary>
public static class ServiceAffinity
{
    /// <summary>A client keeps its pod.</summary>
    public const string ClientIP = "ClientIP";
    /// <summary>Any pod each time.</summary>
    public const string None = "None";
}
