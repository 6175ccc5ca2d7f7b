namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>IPFamily</c>; on the wire it is a string.</summary>
public static class IPFamily
{
    /// <summary>IP version 4.</summary>
    public const string IPv4 = "IPv4";
    /// <summary>IP version 6.</summary>
    public const string IPv6 = "IPv6";
    /// <summary>Neither.</summary>
    public const string None = "";
}
