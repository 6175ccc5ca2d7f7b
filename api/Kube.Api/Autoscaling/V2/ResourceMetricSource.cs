namespace Kube.Api.Autoscaling.V2;

/// <summary>A resource that pods request.</summary>
public sealed class ResourceMetricSource
{
    /// <summary>The resource: cpu or memory.</summary>
    [Required, ProtoField(1)]
    public string? Name { get; set; }

    /// <summary>The value to aim at.</summary>
    [Required, ProtoField(2)]
    public MetricTarget? Target { get; set; }
}
