namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>ServiceType</c>; on the wire it is a string.</summary>
public static class ServiceType
{
    public const string ClusterIP = "ClusterIP";
    public const string NodePort = "NodePort";
    public const string LoadBalancer = "LoadBalancer";
    public const string ExternalName = "ExternalName";
}
