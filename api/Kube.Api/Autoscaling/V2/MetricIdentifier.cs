using Kube.Api.Meta.V1;

namespace Kube.Api.Autoscaling.V2;

/// <summary>A metric by its name, and which of its series.</summary>
public sealed class MetricIdentifier
{
    /// <summary>The metric's name.</summary>
    [Required, ProtoField(1)]
    public string? Name { get; set; }

    /// <summary>Labels of the series; all when absent.</summary>
    [ProtoField(2, IsPointer = true)]
    public LabelSelector? Selector { get; set; }
}
