namespace Kube.Api.Autoscaling.V2;

/// <summary>A metric of one object of the cluster.</summary>
public sealed class ObjectMetricSource
{
    /// <summary>The object.</summary>
    [Required, ProtoField(1)]
    public CrossVersionObjectReference? DescribedObject { get; set; }

    /// <summary>The value to aim at.</summary>
    [Required, ProtoField(2)]
    public MetricTarget? Target { get; set; }

    /// <summary>Which metric.</summary>
    [Required, ProtoField(3)]
    public MetricIdentifier? Metric { get; set; }
}
