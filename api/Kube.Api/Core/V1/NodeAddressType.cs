namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>NodeAddressType</c>; on the wire it is a string.</summary>
public static class NodeAddressType
{
    /// <summary>The node's host name.</summary>
    public const string Hostname = "Hostname";
    /// <summary>Address inside the cluster.</summary>
    public const string InternalIP = "InternalIP";
    /// <summary>Address outside the cluster.</summary>
    public const string ExternalIP = "ExternalIP";
    /// <summary>DNS name inside the cluster.</summary>
    public const string InternalDNS = "InternalDNS";
    /// <summary>DNS name outside the cluster.</summary>
    public const string ExternalDNS = "ExternalDNS";
}
