namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>IPFamily</c>; on the wire it is a string.</summary>
public static class IPFamily
{
    public const string IPv4 = "IPv4";
    public const string IPv6 = "IPv6";
    public const string None = "";
}
