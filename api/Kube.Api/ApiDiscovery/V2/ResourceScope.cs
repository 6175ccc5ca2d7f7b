namespace Kube.Api.ApiDiscovery.V2;

/// <summary>The names the API knows for <c>ResourceScope</c>; on the wire it is a string.</summary>
public static class ResourceScope
{
    /// <summary>One collection for the cluster.</summary>
    public const string Cluster = "Cluster";
    /// <summary>One collection per namespace.</summary>
    public const string Namespaced = "Namespaced";
}
