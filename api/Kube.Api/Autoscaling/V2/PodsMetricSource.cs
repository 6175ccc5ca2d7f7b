namespace Kube.Api.Autoscaling.V2;

/// <summary>A metric of the pods, averaged over them.</summary>
public sealed class PodsMetricSource
{
    /// <summary>Which metric.</summary>
    [Required, ProtoField(1)]
    public MetricIdentifier? Metric { get; set; }

    /// <summary>The value to aim at; an average.</summary>
    [Required, ProtoField(2)]
    public MetricTarget? Target { get; set; }
}
