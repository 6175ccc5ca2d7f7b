namespace Kube.Api.Autoscaling.V1;

/// <summary>The workload and the bounds.</summary>
public sealed class HorizontalPodAutoscalerSpec
{
    /// <summary>The workload; it must have a scale subresource.</summary>
    [Required, ProtoField(1)]
    public CrossVersionObjectReference? ScaleTargetRef { get; set; }

    /// <summary>The least replicas. Default 1.</summary>
    [ProtoField(2, IsPointer = true)]
    public int? MinReplicas { get; set; }

    /// <summary>The most replicas; not less than minReplicas.</summary>
    [Required, ProtoField(3)]
    public int? MaxReplicas { get; set; }

    /// <summary>CPU use to aim at, in percent of what the pods request.</summary>
    [ProtoField(4, IsPointer = true)]
    public int? TargetCPUUtilizationPercentage { get; set; }
}
