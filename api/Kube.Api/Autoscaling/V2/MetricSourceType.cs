namespace Kube.Api.Autoscaling.V2;

/// <summary>Where a metric comes from; the field of the same name describes it.</summary>
public static class MetricSourceType
{
    /// <summary>An object of the cluster.</summary>
    public const string Object = "Object";

    /// <summary>The pods themselves, averaged.</summary>
    public const string Pods = "Pods";

    /// <summary>What pods use of a resource they request.</summary>
    public const string Resource = "Resource";

    /// <summary>What one container of each pod uses.</summary>
    public const string ContainerResource = "ContainerResource";

    /// <summary>Something outside the cluster.</summary>
    public const string External = "External";
}
