namespace Kube.Api.Autoscaling.V2;

/// <summary>A resource that one container of each pod uses.</summary>
public sealed class ContainerResourceMetricSource
{
    /// <summary>The resource: cpu or memory.</summary>
    [Required, ProtoField(1)]
    public string? Name { get; set; }

    /// <summary>The value to aim at.</summary>
    [Required, ProtoField(2)]
    public MetricTarget? Target { get; set; }

    /// <summary>The container's name.</summary>
    [Required, ProtoField(3)]
    public string? Container { get; set; }
}
