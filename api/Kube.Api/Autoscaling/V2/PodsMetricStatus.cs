namespace Kube.Api.Autoscaling.V2;

/// <summary>What a metric of the pods was.</summary>
public sealed class PodsMetricStatus
{
    /// <summary>Which metric.</summary>
    [Required, ProtoField(1)]
    public MetricIdentifier? Metric { get; set; }

    /// <summary>The value seen.</summary>
    [Required, ProtoField(2)]
    public MetricValueStatus? Current { get; set; }
}
