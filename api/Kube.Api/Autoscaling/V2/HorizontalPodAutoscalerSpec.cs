namespace Kube.Api.Autoscaling.V2;

/// <summary>The workload, the bounds and the metrics.</summary>
public sealed class HorizontalPodAutoscalerSpec
{
    /// <summary>The workload; it must have a scale subresource.</summary>
    [Required, ProtoField(1)]
    public CrossVersionObjectReference? ScaleTargetRef { get; set; }

    /// <summary>The least replicas. Default 1; 0 only with an Object or External metric.</summary>
    [ProtoField(2, IsPointer = true)]
    public int? MinReplicas { get; set; }

    /// <summary>The most replicas; not less than minReplicas.</summary>
    [Required, ProtoField(3)]
    public int? MaxReplicas { get; set; }

    /// <summary>What decides; the metric that asks for most wins. Default: 80 percent of the requested CPU.</summary>
    [ProtoField(4)]
    public List<MetricSpec>? Metrics { get; set; }

    /// <summary>How fast replicas change.</summary>
    [ProtoField(5, IsPointer = true)]
    public HorizontalPodAutoscalerBehavior? Behavior { get; set; }
}
