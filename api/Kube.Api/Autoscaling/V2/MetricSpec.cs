namespace Kube.Api.Autoscaling.V2;

/// <summary>One metric and the value to aim at; exactly the field that type names is set.</summary>
public sealed class MetricSpec
{
    /// <summary>Object, Pods, Resource, ContainerResource or External.</summary>
    [Required, ProtoField(1)]
    public string? Type { get; set; }

    /// <summary>A metric of one object of the cluster.</summary>
    [ProtoField(2, IsPointer = true)]
    public ObjectMetricSource? Object { get; set; }

    /// <summary>A metric of the pods, averaged.</summary>
    [ProtoField(3, IsPointer = true)]
    public PodsMetricSource? Pods { get; set; }

    /// <summary>A resource that pods request.</summary>
    [ProtoField(4, IsPointer = true)]
    public ResourceMetricSource? Resource { get; set; }

    /// <summary>A resource of one container of each pod.</summary>
    [ProtoField(7, IsPointer = true)]
    public ContainerResourceMetricSource? ContainerResource { get; set; }

    /// <summary>A metric outside the cluster.</summary>
    [ProtoField(5, IsPointer = true)]
    public ExternalMetricSource? External { get; set; }
}
