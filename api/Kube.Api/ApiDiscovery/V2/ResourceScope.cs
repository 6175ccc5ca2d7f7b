namespace Kube.Api.ApiDiscovery.V2;

/// <summary>The names the API knows for <c>ResourceScope</c>; on the wire it is a string.</summary>
public static class ResourceScope
{
    public const string Cluster = "Cluster";
    public const string Namespaced = "Namespaced";
}
