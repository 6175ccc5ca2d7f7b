namespace Kube.Api.Autoscaling.V2;

/// <summary>One metric as last read.</summary>
public sealed class MetricStatus
{
    /// <summary>Object, Pods, Resource, ContainerResource or External.</summary>
    [Required, ProtoField(1)]
    public string? Type { get; set; }

    /// <summary>A metric of one object of the cluster.</summary>
    [ProtoField(2, IsPointer = true)]
    public ObjectMetricStatus? Object { get; set; }

    /// <summary>A metric of the pods, averaged.</summary>
    [ProtoField(3, IsPointer = true)]
    public PodsMetricStatus? Pods { get; set; }

    /// <summary>A resource that pods request.</summary>
    [ProtoField(4, IsPointer = true)]
    public ResourceMetricStatus? Resource { get; set; }

    /// <summary>A resource of one container of each pod.</summary>
    [ProtoField(7, IsPointer = true)]
    public ContainerResourceMetricStatus? ContainerResource { get; set; }

    /// <summary>A metric outside the cluster.</summary>
    [ProtoField(5, IsPointer = true)]
    public ExternalMetricStatus? External { get; set; }
}
