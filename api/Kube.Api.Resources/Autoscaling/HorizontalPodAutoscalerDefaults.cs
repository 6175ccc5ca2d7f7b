using Kube.Api.Autoscaling.V2;
using Kube.Api.Core.V1;

namespace Kube.Api.Resources.Autoscaling;

/// <summary>What a HorizontalPodAutoscaler has when its author does not say.</summary>
internal static class HorizontalPodAutoscalerDefaults
{
    private const int Utilization = 80;
    private const int PeriodSeconds = 15;

    public static void Apply(HorizontalPodAutoscaler autoscaler)
    {
        var spec = autoscaler.Spec ??= new HorizontalPodAutoscalerSpec();
        spec.MinReplicas ??= 1;
        if (spec.Metrics is not { Count: > 0 })
        {
            spec.Metrics = [Cpu(Utilization)];
        }

        if (spec.Behavior is { } behavior)
        {
            behavior.ScaleUp = ScaleUp(behavior.ScaleUp ?? new HPAScalingRules());
            behavior.ScaleDown = ScaleDown(behavior.ScaleDown ?? new HPAScalingRules());
        }
    }

    /// <summary>CPU use in percent of what is requested: the metric that autoscaling/v1 knows.</summary>
    public static MetricSpec Cpu(int utilization) => new()
    {
        Type = MetricSourceType.Resource,
        Resource = new ResourceMetricSource
        {
            Name = ResourceName.Cpu,
            Target = new MetricTarget { Type = MetricTargetType.Utilization, AverageUtilization = utilization },
        },
    };

    /// <summary>Up at once and fast: four pods or twice as many, whichever is more.</summary>
    private static HPAScalingRules ScaleUp(HPAScalingRules rules)
    {
        rules.StabilizationWindowSeconds ??= 0;
        rules.SelectPolicy ??= ScalingPolicySelect.Max;
        rules.Policies ??= [Policy(HPAScalingPolicyType.Pods, 4), Policy(HPAScalingPolicyType.Percent, 100)];
        return rules;
    }

    /// <summary>Down as far as wanted; for how long to wait is the controller's choice.</summary>
    private static HPAScalingRules ScaleDown(HPAScalingRules rules)
    {
        rules.SelectPolicy ??= ScalingPolicySelect.Max;
        rules.Policies ??= [Policy(HPAScalingPolicyType.Percent, 100)];
        return rules;
    }

    private static HPAScalingPolicy Policy(string type, int value) => new() { Type = type, Value = value, PeriodSeconds = PeriodSeconds };
}
