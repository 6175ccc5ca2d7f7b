namespace Kube.Api.ApiExtensions.V1;

/// <summary>Where objects of a custom kind live.</summary>
public static class ResourceScope
{
    /// <summary>In the cluster as a whole.</summary>
    public const string Cluster = "Cluster";

    /// <summary>In a namespace.</summary>
    public const string Namespaced = "Namespaced";
}
