namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>LoadBalancerIPMode</c>; on the wire it is a string.</summary>
public static class LoadBalancerIPMode
{
    /// <summary>Traffic arrives with the load balancer's address.</summary>
    public const string VIP = "VIP";
    /// <summary>Traffic arrives with the node's or pod's address.</summary>
    public const string Proxy = "Proxy";
}
