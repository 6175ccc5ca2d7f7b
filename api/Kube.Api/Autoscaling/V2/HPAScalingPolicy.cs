namespace Kube.Api.Autoscaling.V2;

/// <summary>A limit on how much the replicas may change within a time.</summary>
public sealed class HPAScalingPolicy
{
    /// <summary>Pods for a number of pods, Percent for a share of the replicas.</summary>
    [Required, ProtoField(1)]
    public string? Type { get; set; }

    /// <summary>The number or percentage; above 0.</summary>
    [Required, ProtoField(2)]
    public int? Value { get; set; }

    /// <summary>The time in seconds: 1 to 1800.</summary>
    [Required, ProtoField(3)]
    public int? PeriodSeconds { get; set; }
}
