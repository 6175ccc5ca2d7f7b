namespace Kube.Api.Autoscaling.V2;

/// <summary>What one container of each pod used.</summary>
public sealed class ContainerResourceMetricStatus
{
    /// <summary>The resource.</summary>
    [Required, ProtoField(1)]
    public string? Name { get; set; }

    /// <summary>The value seen.</summary>
    [Required, ProtoField(2)]
    public MetricValueStatus? Current { get; set; }

    /// <summary>The container's name.</summary>
    [Required, ProtoField(3)]
    public string? Container { get; set; }
}
