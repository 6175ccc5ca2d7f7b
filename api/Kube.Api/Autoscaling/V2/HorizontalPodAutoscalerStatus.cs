namespace Kube.Api.Autoscaling.V2;

/// <summary>What the controller saw and did.</summary>
public sealed class HorizontalPodAutoscalerStatus
{
    /// <summary>The generation this status is about.</summary>
    [ProtoField(1, IsPointer = true)]
    public long? ObservedGeneration { get; set; }

    /// <summary>When the number of replicas was last changed.</summary>
    [ProtoField(2, IsPointer = true)]
    public DateTime? LastScaleTime { get; set; }

    /// <summary>Replicas as last seen.</summary>
    [ProtoField(3)]
    public int? CurrentReplicas { get; set; }

    /// <summary>Replicas as last computed.</summary>
    [Required, ProtoField(4)]
    public int? DesiredReplicas { get; set; }

    /// <summary>The metrics as last read.</summary>
    [ProtoField(5)]
    public List<MetricStatus>? CurrentMetrics { get; set; }

    /// <summary>Aspects of the state, one per type.</summary>
    [PatchMerge("type"), ListMap("type"), ProtoField(6)]
    public List<HorizontalPodAutoscalerCondition>? Conditions { get; set; }
}
