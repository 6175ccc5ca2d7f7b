namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>ServiceType</c>; on the wire it is a string.</summary>
public static class ServiceType
{
    /// <summary>An address inside the cluster.</summary>
    public const string ClusterIP = "ClusterIP";
    /// <summary>Also a port of every node.</summary>
    public const string NodePort = "NodePort";
    /// <summary>Also a load balancer outside.</summary>
    public const string LoadBalancer = "LoadBalancer";
    /// <summary>An alias of a DNS name.</summary>
    public const string ExternalName = "ExternalName";
}
