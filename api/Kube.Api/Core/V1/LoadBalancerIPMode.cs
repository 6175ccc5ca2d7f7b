namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>LoadBalancerIPMode</c>; on the wire it is a string.</summary>
public static class LoadBalancerIPMode
{
    public const string VIP = "VIP";
    public const string Proxy = "Proxy";
}
