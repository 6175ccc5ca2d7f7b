namespace Kube.Api.Core.V1;

/// <summary>The names the API knows for <c>NodeAddressType</c>; on the wire it is a string.</summary>
public static class NodeAddressType
{
    public const string Hostname = "Hostname";
    public const string InternalIP = "InternalIP";
    public const string ExternalIP = "ExternalIP";
    public const string InternalDNS = "InternalDNS";
    public const string ExternalDNS = "ExternalDNS";
}
