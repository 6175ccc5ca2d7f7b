namespace Kube.Api.Autoscaling.V2;

/// <summary>The conditions of an autoscaler.</summary>
public static class HorizontalPodAutoscalerConditionType
{
    /// <summary>It can compute a number of replicas.</summary>
    public const string ScalingActive = "ScalingActive";

    /// <summary>It can read and write the workload's scale.</summary>
    public const string AbleToScale = "AbleToScale";

    /// <summary>The computed number is outside the bounds.</summary>
    public const string ScalingLimited = "ScalingLimited";

    /// <summary>It has taken the workload to no replicas.</summary>
    public const string ScaledToZero = "ScaledToZero";
}
