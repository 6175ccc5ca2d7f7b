namespace Kube.Api.Autoscaling.V1;

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
    [Required, ProtoField(3)]
    public int? CurrentReplicas { get; set; }

    /// <summary>Replicas as last computed.</summary>
    [Required, ProtoField(4)]
    public int? DesiredReplicas { get; set; }

    /// <summary>CPU use over all pods, in percent of what they request.</summary>
    [ProtoField(5, IsPointer = true)]
    public int? CurrentCPUUtilizationPercentage { get; set; }
}
