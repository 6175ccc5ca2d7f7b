namespace Kube.Api.Autoscaling.V2;

/// <summary>What a metric of one object of the cluster was.</summary>
public sealed class ObjectMetricStatus
{
    /// <summary>Which metric.</summary>
    [Required, ProtoField(1)]
    public MetricIdentifier? Metric { get; set; }

    /// <summary>The value seen.</summary>
    [Required, ProtoField(2)]
    public MetricValueStatus? Current { get; set; }

    /// <summary>The object.</summary>
    [Required, ProtoField(3)]
    public CrossVersionObjectReference? DescribedObject { get; set; }
}
