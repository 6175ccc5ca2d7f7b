namespace Kube.Api.Autoscaling.V2;

/// <summary>What pods used of a resource.</summary>
public sealed class ResourceMetricStatus
{
    /// <summary>The resource.</summary>
    [Required, ProtoField(1)]
    public string? Name { get; set; }

    /// <summary>The value seen.</summary>
    [Required, ProtoField(2)]
    public MetricValueStatus? Current { get; set; }
}
