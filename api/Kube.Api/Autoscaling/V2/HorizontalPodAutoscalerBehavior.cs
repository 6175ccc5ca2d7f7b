namespace Kube.Api.Autoscaling.V2;

/// <summary>How fast replicas change, up and down.</summary>
public sealed class HorizontalPodAutoscalerBehavior
{
    /// <summary>The rules for more replicas.</summary>
    [ProtoField(1, IsPointer = true)]
    public HPAScalingRules? ScaleUp { get; set; }

    /// <summary>The rules for fewer replicas.</summary>
    [ProtoField(2, IsPointer = true)]
    public HPAScalingRules? ScaleDown { get; set; }
}
