namespace Kube.Api.Autoscaling.V2;

/// <summary>A metric of something outside the cluster.</summary>
public sealed class ExternalMetricSource
{
    /// <summary>Which metric.</summary>
    [Required, ProtoField(1)]
    public MetricIdentifier? Metric { get; set; }

    /// <summary>The value to aim at.</summary>
    [Required, ProtoField(2)]
    public MetricTarget? Target { get; set; }
}
