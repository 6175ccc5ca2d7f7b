namespace Kube.Api.Networking.V1;

/// <summary>How a path of an Ingress is compared with that of a request.</summary>
public static class PathType
{
    /// <summary>They are the same.</summary>
    public const string Exact = "Exact";

    /// <summary>The request's path begins with the same steps between slashes.</summary>
    public const string Prefix = "Prefix";

    /// <summary>As the controller of the class likes.</summary>
    public const string ImplementationSpecific = "ImplementationSpecific";
}
