namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>ServiceAffinity</c>; on the wire it is a string.</summary>
public static class ServiceAffinity
{
    public const string ClientIP = "ClientIP";
    public const string None = "None";
}
